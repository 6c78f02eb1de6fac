package org.nuanxin.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tokens found genuine a moment ago, by hash: a signature is checked once in a while, not twice per
 * request. Bounded; an entry lasts until its token expires, at most 60 s, so that a key the issuer
 * withdraws is believed no longer than that.
 */
final class VerifiedTokens {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int MOST = 50_000;

  private final Clock clock;
  private final Cache<TokenHash, Caller> callers;

  VerifiedTokens(Clock clock) {
    this.clock = clock;
    this.callers =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.creating((TokenHash hash, Caller caller) -> lifetime(caller)))
            .build();
  }

  /** Whose token it is, if that is known and it has not expired. */
  @Nullable Caller find(TokenHash hash) {
    Caller caller = callers.getIfPresent(hash);
    return caller != null && caller.expiresAt().isAfter(clock.instant()) ? caller : null;
  }

  void add(TokenHash hash, Caller caller) {
    callers.put(hash, caller);
  }

  private Duration lifetime(Caller caller) {
    Instant now = clock.instant();
    Duration left = Duration.between(now, caller.expiresAt());
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(LONGEST) < 0 ? left : LONGEST;
  }
}
