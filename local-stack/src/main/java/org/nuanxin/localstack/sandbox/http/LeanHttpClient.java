package org.nuanxin.localstack.sandbox.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 to one server over connections that are kept, one call at a time on each: what a load
 * generator spends is taken from the system it measures, when both share a machine. Safe for use by
 * many threads, virtual ones best. A call is never repeated by itself.
 */
public final class LeanHttpClient {

  private static final int CONNECT_MILLIS = 2_000;
  private static final int LARGEST_BODY = 16 * 1024 * 1024;

  private final InetSocketAddress server;
  private final String hostLine;
  private final @Nullable InetAddress localAddress;
  private final int patienceMillis;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

  /**
   * A client of one server.
   *
   * @param baseUrl scheme http, host and port
   * @param localAddress the address to call from; null for any
   * @param patience how long an answer may take
   */
  public LeanHttpClient(String baseUrl, @Nullable InetAddress localAddress, Duration patience) {
    URI url = URI.create(baseUrl);
    this.server = new InetSocketAddress(url.getHost(), url.getPort() < 0 ? 80 : url.getPort());
    this.hostLine = "Host: " + url.getAuthority() + "\r\n";
    this.localAddress = localAddress;
    this.patienceMillis = Math.toIntExact(patience.toMillis());
  }

  /**
   * The bytes of a request, to be made once and sent when it is time.
   *
   * @param method the verb in capitals
   * @param target path and query
   * @param headers without Host and Content-Length
   * @param body empty for none
   */
  public byte[] request(String method, String target, Map<String, String> headers, byte[] body) {
    StringBuilder head = new StringBuilder(512);
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n").append(hostLine);
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (body.length > 0 || method.equals("POST")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[start.length + body.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    return whole;
  }

  /**
   * Sends a request.
   *
   * @param request of {@link #request}
   * @throws IOException when there is no answer; the server may have taken the request or not
   */
  public Response send(byte[] request) throws IOException {
    Connection connection = idle.pollFirst();
    if (connection == null || connection.isStale()) {
      connection = Connection.open(server, localAddress, patienceMillis);
    }
    boolean reusable = false;
    try {
      connection.socket.getOutputStream().write(request);
      String head = connection.responses.head();
      while (head != null && head.startsWith("HTTP/1.1 1")) {
        head = connection.responses.head();
      }
      if (head == null) {
        throw new IOException("The server closed the connection without an answer");
      }
      Response response =
          new Response(
              status(head),
              connection.responses.body(head),
              Optional.ofNullable(MessageReader.header(head, "retry-after")));
      reusable = !"close".equals(MessageReader.header(head, "connection"));
      return response;
    } finally {
      if (reusable) {
        connection.lastUsed = System.nanoTime();
        idle.addFirst(connection);
      } else {
        connection.socket.close();
      }
    }
  }

  private static int status(String head) throws IOException {
    int space = head.indexOf(' ');
    try {
      return Integer.parseInt(head.substring(space + 1, space + 4));
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      throw new IOException("No status line", e);
    }
  }

  /** One connection; used by one thread at a time. */
  private static final class Connection {

    private static final long LONGEST_IDLE_NANOS = Duration.ofSeconds(15).toNanos();

    private final Socket socket;
    private final MessageReader responses;
    private long lastUsed = System.nanoTime();

    private Connection(Socket socket) throws IOException {
      this.socket = socket;
      this.responses = new MessageReader(socket.getInputStream(), LARGEST_BODY);
    }

    static Connection open(
        InetSocketAddress server, @Nullable InetAddress localAddress, int patienceMillis)
        throws IOException {
      Socket socket = new Socket();
      try {
        socket.setTcpNoDelay(true);
        if (localAddress != null) {
          socket.bind(new InetSocketAddress(localAddress, 0));
        }
        socket.connect(server, CONNECT_MILLIS);
        socket.setSoTimeout(patienceMillis);
        return new Connection(socket);
      } catch (IOException e) {
        socket.close();
        throw e;
      }
    }

    /** Servers close connections that are idle for long. */
    boolean isStale() throws IOException {
      boolean stale = System.nanoTime() - lastUsed > LONGEST_IDLE_NANOS;
      if (stale) {
        socket.close();
      }
      return stale;
    }
  }
}
