package org.nuanxin.identity.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What renews a session: the session's id and a secret, both random and opaque to its holder.
 *
 * <p>The next token follows from this one and from a nonce that the store keeps. So two tabs that
 * renew at the same moment get the same successor, though no secret is ever stored: neither the
 * store alone nor an old token alone gives the next one.
 *
 * @param sessionId 128 random bits
 * @param secret 256 random bits
 */
public record RefreshToken(String sessionId, String secret) {

  private static final int ID_BYTES = 16;
  private static final int SECRET_BYTES = 32;
  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");
  private static final String HMAC = "HmacSHA256";

  /** The first token of a new session. */
  public static RefreshToken first(SecureRandom random) {
    return new RefreshToken(encode(bytes(random, ID_BYTES)), encode(nonce(random)));
  }

  /** Reads a token; empty when it is none of ours by its form. */
  public static Optional<RefreshToken> parse(String text) {
    var matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new RefreshToken(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** A nonce for {@link #successor}. */
  public static byte[] nonce(SecureRandom random) {
    return bytes(random, SECRET_BYTES);
  }

  /** The token that follows on this one under the nonce. */
  public RefreshToken successor(byte[] nonce) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), HMAC));
      return new RefreshToken(sessionId, encode(mac.doFinal(nonce)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + HMAC, e);
    }
  }

  /** What is stored of the secret. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(secret.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The text that the holder keeps. */
  public String text() {
    return sessionId + "." + secret;
  }

  /** Leaves the secret out of logs. */
  @Override
  public String toString() {
    return "RefreshToken[hidden]";
  }

  private static byte[] bytes(SecureRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
