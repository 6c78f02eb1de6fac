package org.nuanxin.localstack.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes one HTTP/1.1 message after the other from a connection, with one buffer for all of them.
 * Understands bodies by length and in chunks, which is what clients and servers send.
 */
final class MessageReader {

  private static final int LARGEST_HEAD = 16 * 1024;
  private static final byte[] NO_BODY = new byte[0];

  private final InputStream in;
  private final int largestBody;
  private final byte[] buffer = new byte[LARGEST_HEAD];
  private int from;
  private int to;

  MessageReader(InputStream in, int largestBody) {
    this.in = in;
    this.largestBody = largestBody;
  }

  /** First line and headers of the next message; null when the connection ended before it. */
  @Nullable String head() throws IOException {
    int seen = from;
    while (true) {
      for (int i = Math.max(seen, from + 3); i < to; i++) {
        if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
          String head = new String(buffer, from, i + 1 - from, StandardCharsets.ISO_8859_1);
          from = i + 1;
          return head;
        }
      }
      if (from > 0) {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
      }
      seen = to;
      if (to == buffer.length) {
        throw new MalformedMessage(431, "head too large");
      }
      int read = in.read(buffer, to, buffer.length - to);
      if (read < 0) {
        if (to == from) {
          return null;
        }
        throw new EOFException("closed in the middle of a head");
      }
      to += read;
    }
  }

  /** The body that the head announces; empty where it announces none. */
  byte[] body(String head) throws IOException {
    if ("chunked".equals(header(head, "transfer-encoding"))) {
      return chunks();
    }
    String length = header(head, "content-length");
    return length == null ? NO_BODY : exactly(size(length, 10));
  }

  /** Whether the head announces a body. */
  static boolean announcesBody(String head) {
    return header(head, "content-length") != null || header(head, "transfer-encoding") != null;
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(512);
    while (true) {
      String size = line();
      int semicolon = size.indexOf(';');
      int length = size(semicolon < 0 ? size : size.substring(0, semicolon), 16);
      if (length == 0) {
        while (!line().isEmpty()) {
          // Trailers mean nothing here.
        }
        return whole.toByteArray();
      }
      whole.write(exactly(length));
      if (whole.size() > largestBody) {
        throw new MalformedMessage(413, "body too large");
      }
      line();
    }
  }

  private int size(String digits, int radix) throws MalformedMessage {
    try {
      int size = Integer.parseUnsignedInt(digits.trim(), radix);
      if (size >= 0 && size <= largestBody) {
        return size;
      }
    } catch (NumberFormatException e) {
      throw new MalformedMessage(400, "bad length");
    }
    throw new MalformedMessage(413, "body too large");
  }

  private byte[] exactly(int length) throws IOException {
    int buffered = Math.min(length, to - from);
    byte[] bytes = new byte[length];
    System.arraycopy(buffer, from, bytes, 0, buffered);
    from += buffered;
    if (buffered < length
        && in.readNBytes(bytes, buffered, length - buffered) < length - buffered) {
      throw new EOFException("closed in the middle of a body");
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(16);
    while (true) {
      if (from == to) {
        from = 0;
        to = Math.max(0, in.read(buffer, 0, buffer.length));
        if (to == 0) {
          throw new EOFException("closed in the middle of a chunk");
        }
      }
      char c = (char) buffer[from++];
      if (c == '\n') {
        return line.toString();
      }
      if (c != '\r') {
        line.append(c);
      }
      if (line.length() > 256) {
        throw new MalformedMessage(400, "bad chunk");
      }
    }
  }

  /** The value of a header in lower case; null where there is none. */
  static @Nullable String header(String head, String name) {
    int at = head.indexOf("\r\n") + 2;
    while (at < head.length()) {
      int end = head.indexOf("\r\n", at);
      if (head.regionMatches(true, at, name, 0, name.length())
          && head.charAt(at + name.length()) == ':') {
        return head.substring(at + name.length() + 1, end).strip().toLowerCase(Locale.ROOT);
      }
      at = end + 2;
    }
    return null;
  }
}
