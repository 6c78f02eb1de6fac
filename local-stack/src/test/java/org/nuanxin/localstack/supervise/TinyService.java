package org.nuanxin.localstack.supervise;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import org.nuanxin.localstack.process.ChildJvm;

/** The least a supervised program has to be: it says when it is ready and ends with its stdin. */
public final class TinyService {

  private TinyService() {}

  /** Listens on the port given, or on a service's management port, until standard input ends. */
  public static void main(String[] arguments) throws IOException {
    int port =
        Integer.parseInt(
            arguments.length > 0 ? arguments[0] : System.getenv("MANAGEMENT_SERVER_PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    while (System.in.read() >= 0) {
      // Nothing is ever written; the end of the pipe is the message.
    }
    System.exit(0);
  }

  /** A program that runs this class. */
  public static Program program(String name, Address address, Path log) {
    return new Program(
        name,
        ChildJvm.command(TinyService.class, String.valueOf(address.management())),
        Map.of(),
        log,
        address.readinessUrl(),
        address.url());
  }
}
