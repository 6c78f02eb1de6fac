package org.nuanxin.kit.pii;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.modes.gcm.BasicGCMMultiplier;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Encrypts what names a person before it is stored: SM4 in GCM mode, so that a changed value is
 * noticed.
 *
 * <p>A value reads {@code keyId.base64url(nonce || ciphertext || tag)}. The nonce is 96 random bits
 * per value, so one key serves up to 2<sup>32</sup> values; rotate long before. Thread-safe.
 */
public final class PersonalData {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final PiiKeys keys;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, KeyParameter> parameters = new ConcurrentHashMap<>();

  /** Works with the keys of this provider. */
  public PersonalData(PiiKeys keys) {
    this.keys = keys;
  }

  /**
   * Encrypts a text with the current key.
   *
   * @param context where the value belongs, for instance {@code members.name:01ABC}; it is not
   *     stored but must be given again, so that a value copied to another place does not decrypt
   * @return another value at each call, also for the same text
   */
  public String encrypt(String plain, String context) {
    PiiKey key = keys.currentCipherKey();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    GCMModeCipher cipher = cipher(true, key, nonce, 0, context);
    byte[] input = plain.getBytes(StandardCharsets.UTF_8);
    byte[] output = new byte[NONCE_BYTES + cipher.getOutputSize(input.length)];
    System.arraycopy(nonce, 0, output, 0, NONCE_BYTES);
    int written = cipher.processBytes(input, 0, input.length, output, NONCE_BYTES);
    try {
      cipher.doFinal(output, NONCE_BYTES + written);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("Encrypting cannot fail its own tag", e);
    }
    return key.id() + "." + ENCODER.encodeToString(output);
  }

  /**
   * Decrypts a value with the key it names.
   *
   * @param context the same as when it was encrypted
   * @throws UnreadableValue when the value is malformed or changed, its key unknown, or the context
   *     another one
   */
  public String decrypt(String value, String context) {
    int dot = value.indexOf('.');
    if (dot < 1) {
      throw new UnreadableValue("It names no key");
    }
    PiiKey key =
        keys.cipherKey(value.substring(0, dot))
            .orElseThrow(() -> new UnreadableValue("Its key is not known"));
    byte[] input = decode(value.substring(dot + 1));
    GCMModeCipher cipher = cipher(false, key, input, 0, context);
    byte[] output = new byte[cipher.getOutputSize(input.length - NONCE_BYTES)];
    try {
      int written = cipher.processBytes(input, NONCE_BYTES, input.length - NONCE_BYTES, output, 0);
      written += cipher.doFinal(output, written);
      return new String(output, 0, written, StandardCharsets.UTF_8);
    } catch (InvalidCipherTextException e) {
      throw new UnreadableValue("It was changed, or belongs to another context");
    }
  }

  /** Whether the value was made with a key that is no longer the current one. */
  public boolean isOutdated(String value) {
    return !value.startsWith(keys.currentCipherKey().id() + ".");
  }

  private static byte[] decode(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new UnreadableValue("It is not base64url");
    }
    if (bytes.length < NONCE_BYTES + TAG_BITS / 8) {
      throw new UnreadableValue("It is too short");
    }
    return bytes;
  }

  private GCMModeCipher cipher(
      boolean encrypting, PiiKey key, byte[] nonceSource, int offset, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(nonceSource, offset, nonce, 0, NONCE_BYTES);
    KeyParameter parameter =
        parameters.computeIfAbsent(key.id(), id -> new KeyParameter(key.bytes()));
    // Engines hold state, so each call has its own: no lock, no thread-local. What we encrypt is
    // short, so multiplying without a table is quicker than making one, and takes constant time.
    GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine(), new BasicGCMMultiplier());
    cipher.init(
        encrypting,
        new AEADParameters(parameter, TAG_BITS, nonce, context.getBytes(StandardCharsets.UTF_8)));
    return cipher;
  }
}
