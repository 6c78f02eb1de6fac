package org.nuanxin.localstack.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Takes one request after the other from a connection. */
final class RequestReader {

  private static final int LARGEST_BODY = 1024 * 1024;
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final MessageReader messages;
  private final OutputStream out;

  RequestReader(InputStream in, OutputStream out) {
    this.messages = new MessageReader(in, LARGEST_BODY);
    this.out = out;
  }

  /** The next request, or null when the client has closed the connection between two of them. */
  @Nullable Request next() throws IOException {
    String head = messages.head();
    if (head == null) {
      return null;
    }
    int lineEnd = head.indexOf("\r\n");
    int afterMethod = head.indexOf(' ');
    int afterTarget = head.indexOf(' ', afterMethod + 1);
    if (afterMethod < 1 || afterTarget < 0 || afterTarget > lineEnd) {
      throw new MalformedMessage(400, "no request line");
    }
    String target = head.substring(afterMethod + 1, afterTarget);
    int question = target.indexOf('?');
    if (MessageReader.announcesBody(head)
        && "100-continue".equals(MessageReader.header(head, "expect"))) {
      out.write(CONTINUE);
    }
    return new Request(
        head.substring(0, afterMethod),
        question < 0 ? target : target.substring(0, question),
        question < 0 ? "" : target.substring(question + 1),
        messages.body(head),
        head.startsWith("HTTP/1.1", afterTarget + 1)
            && !"close".equals(MessageReader.header(head, "connection")));
  }
}
