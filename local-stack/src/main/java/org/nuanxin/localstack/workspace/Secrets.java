package org.nuanxin.localstack.workspace;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secrets of one stack, made at its first start and kept with its data, readable for their
 * owner only.
 *
 * @param piiKey SM4 key for personal data, base64
 * @param indexKey HMAC-SM3 key for blind indexes, base64
 * @param serviceClientSecret by which notification-service asks membership-service
 */
public record Secrets(String piiKey, String indexKey, String serviceClientSecret) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** The secrets of the data folder, made if there are none. */
  public static Secrets in(Path data) {
    Path file = data.resolve("secrets.json");
    return Json.read(file, Secrets.class)
        .orElseGet(() -> {
          Secrets made = new Secrets(base64(16), base64(32), password());
          PrivateFile.replace(file, Json.write(made));
          return made;
        });
  }

  /** A new random password of 24 characters that no form of quoting touches. */
  static String password() {
    byte[] bytes = new byte[18];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A new random token of 43 characters for a header. */
  public static String token() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String base64(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Secrets[...]";
  }
}
