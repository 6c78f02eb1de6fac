package org.nuanxin.kit.pii;

import java.util.regex.Pattern;

/**
 * A secret key and the public id that values made with it carry.
 *
 * @param id 1 to 16 of {@code A-Z a-z 0-9 _ -}; never a dot, which separates it from the value
 * @param bytes the key itself; never logged, see {@link #toString()}
 */
public record PiiKey(String id, byte[] bytes) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,16}");

  /** Copies the key, so that the caller may wipe its own. */
  public PiiKey {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("A key id is 1 to 16 of A-Z a-z 0-9 _ -");
    }
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Names the key and hides its bytes. */
  @Override
  public String toString() {
    return "PiiKey[" + id + "]";
  }
}
