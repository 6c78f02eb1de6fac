package org.nuanxin.kit.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a minute which tokens were verified, so that a signature is not paid on every
 * request.
 *
 * <p>Bounded: two generations, of which the older is forgotten as a whole when the younger is full.
 * Keeps no token, only its SHA-256. A key that the issuer withdraws is honoured for that minute
 * more. Thread-safe.
 */
final class VerifiedTokens {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Clock clock;
  private final int perGeneration;
  private volatile Map<String, Entry> young = new ConcurrentHashMap<>();
  private volatile Map<String, Entry> old = Map.of();

  VerifiedTokens(Clock clock, int capacity) {
    this.clock = clock;
    this.perGeneration = Math.max(1, capacity / 2);
  }

  @Nullable CallerAuthentication find(String token) {
    String key = key(token);
    Entry entry = young.get(key);
    if (entry == null) {
      entry = old.get(key);
    }
    return entry == null || clock.instant().isAfter(entry.until) ? null : entry.authentication;
  }

  void add(String token, CallerAuthentication authentication, @Nullable Instant expiresAt) {
    Instant until = clock.instant().plus(LONGEST);
    if (expiresAt != null && expiresAt.isBefore(until)) {
      until = expiresAt;
    }
    if (young.size() >= perGeneration) {
      turn();
    }
    young.put(key(token), new Entry(authentication, until));
  }

  private synchronized void turn() {
    if (young.size() >= perGeneration) {
      old = young;
      young = new ConcurrentHashMap<>();
    }
  }

  private static String key(String token) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private record Entry(CallerAuthentication authentication, Instant until) {}
}
