package org.nuanxin.gateway.page;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The bytes of a file as they are sent. They are outside the heap and shared by all answers, so
 * that many slow readers of a large file cost no more than one.
 *
 * @param bytes read-only; to be duplicated for each reader
 * @param tag strong validator: the same only for the same bytes
 */
record Content(ByteBuffer bytes, String tag) {

  private static final int TAG_BYTES = 16;

  static Content of(byte[] file) {
    ByteBuffer bytes = ByteBuffer.allocateDirect(file.length).put(file).flip();
    return new Content(bytes.asReadOnlyBuffer(), tag(file));
  }

  int length() {
    return bytes.remaining();
  }

  private static String tag(byte[] file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
      return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
