package org.nuanxin.kit.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuanxin.kit.pii.HmacSm3;
import org.nuanxin.kit.pii.PiiKeys;

/**
 * Opaque cursors: a few values that say where the next page starts, signed so that nobody makes up
 * a query of their own.
 *
 * <p>The signing key derives from the index keys, so every instance reads every other's cursors,
 * also while a key is rotated. A cursor is signed, not encrypted: put no personal data in it.
 */
public final class Cursors {

  private static final int TAG_BYTES = 16;
  private static final int LONGEST = 2048;
  private static final byte[] DERIVATION = "nuanxin cursor".getBytes(StandardCharsets.UTF_8);

  private final List<HmacSm3> macs;

  /** Signs with a key derived from the current index key. */
  public Cursors(PiiKeys keys) {
    this.macs =
        keys.indexKeys().stream()
            .map(key -> new HmacSm3(new HmacSm3(key.bytes()).of(DERIVATION)))
            .toList();
  }

  /** A cursor that holds these values. */
  public String encode(Map<String, String> values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : values.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeUTF(entry.getValue());
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("A cursor's value is too long", e);
    }
    byte[] payload = bytes.toByteArray();
    bytes.writeBytes(tag(macs.getFirst(), payload));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /**
   * The values of a cursor.
   *
   * @throws ProblemException 400 when it is not one of ours, or was changed
   */
  public Map<String, String> decode(String cursor) {
    if (cursor.length() > LONGEST) {
      throw forged();
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      throw forged();
    }
    if (bytes.length < TAG_BYTES) {
      throw forged();
    }
    byte[] payload = Arrays.copyOf(bytes, bytes.length - TAG_BYTES);
    byte[] tag = Arrays.copyOfRange(bytes, bytes.length - TAG_BYTES, bytes.length);
    if (macs.stream().noneMatch(mac -> MessageDigest.isEqual(tag, tag(mac, payload)))) {
      throw forged();
    }
    return values(payload);
  }

  private static Map<String, String> values(byte[] payload) {
    Map<String, String> values = new LinkedHashMap<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
      while (in.available() > 0) {
        values.put(in.readUTF(), in.readUTF());
      }
    } catch (IOException e) {
      throw forged();
    }
    return values;
  }

  private static byte[] tag(HmacSm3 mac, byte[] payload) {
    return Arrays.copyOf(mac.of(payload), TAG_BYTES);
  }

  private static ProblemException forged() {
    return ProblemException.invalid(
        "cursor", "PATTERN", "is not a cursor of this list; start again without one");
  }
}
