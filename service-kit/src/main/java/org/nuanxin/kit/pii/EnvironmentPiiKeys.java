package org.nuanxin.kit.pii;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Keys from configuration, {@code id=base64[,id2=base64]}, the first being the current one.
 *
 * <p>To rotate: put the new key in front, restart, re-encrypt and re-index, take the old key away.
 */
public final class EnvironmentPiiKeys implements PiiKeys {

  private static final int CIPHER_KEY_BYTES = 16;
  private static final int INDEX_KEY_BYTES = 32;

  private final List<PiiKey> cipherKeys;
  private final List<PiiKey> indexKeys;

  /**
   * Reads both lists.
   *
   * @param cipherKeys property {@code nuanxin.pii.keys}
   * @param indexKeys property {@code nuanxin.pii.index-keys}
   * @throws IllegalArgumentException when a list is empty or a key malformed; never names the key
   */
  public EnvironmentPiiKeys(String cipherKeys, String indexKeys) {
    this.cipherKeys = parse("nuanxin.pii.keys", cipherKeys, CIPHER_KEY_BYTES);
    this.indexKeys = parse("nuanxin.pii.index-keys", indexKeys, INDEX_KEY_BYTES);
  }

  @Override
  public PiiKey currentCipherKey() {
    return cipherKeys.getFirst();
  }

  @Override
  public Optional<PiiKey> cipherKey(String id) {
    return cipherKeys.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  @Override
  public List<PiiKey> indexKeys() {
    return indexKeys;
  }

  private static List<PiiKey> parse(String property, String value, int length) {
    List<PiiKey> keys = new ArrayList<>();
    for (String entry : value.split(",")) {
      if (entry.isBlank()) {
        continue;
      }
      int equals = entry.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(property + " must be id=base64[,id2=base64]");
      }
      PiiKey key = new PiiKey(entry.substring(0, equals).strip(), decode(property, entry, equals));
      if (key.bytes().length != length) {
        throw new IllegalArgumentException(
            property + ": key " + key.id() + " must have " + length + " bytes");
      }
      if (keys.stream().anyMatch(other -> other.id().equals(key.id()))) {
        throw new IllegalArgumentException(property + ": key id " + key.id() + " appears twice");
      }
      keys.add(key);
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(property + " is not set; it has no default");
    }
    return List.copyOf(keys);
  }

  private static byte[] decode(String property, String entry, int equals) {
    try {
      return Base64.getDecoder().decode(entry.substring(equals + 1).strip());
    } catch (IllegalArgumentException e) {
      // The decoder's message quotes characters of the key.
      throw new IllegalArgumentException(property + ": a key is not base64");
    }
  }
}
