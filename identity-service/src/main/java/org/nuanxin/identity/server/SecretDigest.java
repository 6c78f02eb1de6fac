package org.nuanxin.identity.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares the secrets of services, in constant time. A fast digest is right for these and wrong
 * for people's passwords: a secret is long and random, held in memory only, and nobody can try them
 * all.
 */
final class SecretDigest implements PasswordEncoder {

  @Override
  public String encode(@Nullable CharSequence secret) {
    if (secret == null) {
      throw new IllegalArgumentException("No secret");
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(secret.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean matches(@Nullable CharSequence secret, @Nullable String digest) {
    return secret != null
        && digest != null
        && MessageDigest.isEqual(
            encode(secret).getBytes(StandardCharsets.US_ASCII),
            digest.getBytes(StandardCharsets.US_ASCII));
  }
}
