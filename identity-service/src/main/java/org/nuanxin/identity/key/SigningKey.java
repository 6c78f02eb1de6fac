package org.nuanxin.identity.key;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.UUID;

/**
 * An RSA key pair of 2,048 bits.
 *
 * @param id the {@code kid} of the tokens it signs
 * @param madeAt when it was made and published
 */
public record SigningKey(
    String id, RSAPublicKey publicKey, RSAPrivateKey privateKey, Instant madeAt) {

  private static final int BITS = 2048;

  /** A fresh key; takes some 100 ms of a processor. */
  public static SigningKey make(Instant now) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      KeyPair pair = generator.generateKeyPair();
      return new SigningKey(
          UUID.randomUUID().toString(),
          (RSAPublicKey) pair.getPublic(),
          (RSAPrivateKey) pair.getPrivate(),
          now);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has RSA", e);
    }
  }

  /** Leaves the key itself out of logs. */
  @Override
  public String toString() {
    return "SigningKey[" + id + "]";
  }
}
