package org.nuanxin.kit.pii;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Finds encrypted values by equality: a keyed hash that only a holder of the key can compute.
 *
 * <p>A value reads {@code keyId.base64url(HMAC-SM3)}, truncated to 16 bytes. While a key is rotated
 * {@link #all} gives one value per key; store them all under one unique multikey index, so that no
 * duplicate slips through. Thread-safe.
 */
public final class BlindIndex {

  /** Purpose of an index over phone numbers in E.164 form. */
  public static final String PHONE = "phone";

  /** Purpose of an index over ID numbers in their 18 character form, upper case. */
  public static final String ID_NUMBER = "id-number";

  private static final int INDEX_BYTES = 16;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final List<NamedMac> macs;

  /** Works with the index keys of this provider. */
  public BlindIndex(PiiKeys keys) {
    this.macs =
        keys.indexKeys().stream()
            .map(key -> new NamedMac(key.id(), new HmacSm3(key.bytes())))
            .toList();
  }

  /**
   * The index value under the current key.
   *
   * @param normalised the text in its one normal form; two spellings give two indexes
   * @param purpose separates fields: the same text has another value for another purpose
   */
  public String of(String normalised, String purpose) {
    return macs.getFirst().of(message(normalised, purpose));
  }

  /** The index values under every known key, the current one first. */
  public List<String> all(String normalised, String purpose) {
    byte[] message = message(normalised, purpose);
    return macs.stream().map(mac -> mac.of(message)).toList();
  }

  private static byte[] message(String normalised, String purpose) {
    // NUL ends the purpose, so that no purpose and text join to another pair's message.
    return (purpose + '\0' + normalised).getBytes(StandardCharsets.UTF_8);
  }

  private record NamedMac(String id, HmacSm3 mac) {

    String of(byte[] message) {
      byte[] full = mac.of(message);
      return id + "." + ENCODER.encodeToString(Arrays.copyOf(full, INDEX_BYTES));
    }
  }
}
