package org.nuanxin.localstack.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Takes one request after the other from a connection, with one buffer for all of them. Understands
 * bodies by length and in chunks, which is what HTTP clients send.
 */
final class RequestReader {

  private static final int LARGEST_HEAD = 16 * 1024;
  private static final int LARGEST_BODY = 1024 * 1024;
  private static final byte[] NO_BODY = new byte[0];
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[LARGEST_HEAD];
  private int from;
  private int to;

  RequestReader(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /** The next request, or null when the client has closed the connection between two of them. */
  @Nullable Request next() throws IOException {
    int headEnd = head();
    if (headEnd < 0) {
      return null;
    }
    String head = new String(buffer, from, headEnd - from, StandardCharsets.ISO_8859_1);
    from = headEnd;
    int lineEnd = head.indexOf("\r\n");
    int afterMethod = head.indexOf(' ');
    int afterTarget = head.indexOf(' ', afterMethod + 1);
    if (afterMethod < 1 || afterTarget < 0 || afterTarget > lineEnd) {
      throw new MalformedRequest(400, "no request line");
    }
    String target = head.substring(afterMethod + 1, afterTarget);
    int question = target.indexOf('?');
    boolean keepAlive =
        head.startsWith("HTTP/1.1", afterTarget + 1) && !"close".equals(header(head, "connection"));
    return new Request(
        head.substring(0, afterMethod),
        question < 0 ? target : target.substring(0, question),
        question < 0 ? "" : target.substring(question + 1),
        body(head),
        keepAlive);
  }

  private int head() throws IOException {
    int seen = from;
    while (true) {
      for (int i = Math.max(seen, from + 3); i < to; i++) {
        if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
          return i + 1;
        }
      }
      seen = to;
      if (from > 0) {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        seen -= from;
        from = 0;
      }
      if (to == buffer.length) {
        throw new MalformedRequest(431, "head too large");
      }
      int read = in.read(buffer, to, buffer.length - to);
      if (read < 0) {
        if (to == from) {
          return -1;
        }
        throw new EOFException("closed in the middle of a head");
      }
      to += read;
    }
  }

  private byte[] body(String head) throws IOException {
    String length = header(head, "content-length");
    boolean chunked = "chunked".equals(header(head, "transfer-encoding"));
    if ((chunked || length != null) && "100-continue".equals(header(head, "expect"))) {
      out.write(CONTINUE);
    }
    if (chunked) {
      return chunks();
    }
    return length == null ? NO_BODY : exactly(size(length, 10));
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
      if (whole.size() > LARGEST_BODY) {
        throw new MalformedRequest(413, "body too large");
      }
      line();
    }
  }

  private static int size(String digits, int radix) throws MalformedRequest {
    try {
      int size = Integer.parseUnsignedInt(digits.trim(), radix);
      if (size >= 0 && size <= LARGEST_BODY) {
        return size;
      }
    } catch (NumberFormatException e) {
      throw new MalformedRequest(400, "bad length");
    }
    throw new MalformedRequest(413, "body too large");
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
        throw new MalformedRequest(400, "bad chunk");
      }
    }
  }

  private static @Nullable String header(String head, String name) {
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
