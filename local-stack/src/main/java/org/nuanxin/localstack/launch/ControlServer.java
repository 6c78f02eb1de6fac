package org.nuanxin.localstack.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.supervise.Service;
import org.nuanxin.localstack.workspace.Json;
import org.nuanxin.localstack.workspace.PrivateFile;
import org.nuanxin.localstack.workspace.Secrets;
import org.nuanxin.localstack.workspace.Workspace;
import tools.jackson.core.JacksonException;

/**
 * The line by which {@code ./run status}, {@code scale} and {@code stop} reach the launcher: HTTP
 * on the loopback address, open only to who can read the secret in the working tree.
 */
final class ControlServer implements AutoCloseable {

  private static final int MOST_INSTANCES = 12;

  private final Workspace workspace;
  private final RunningStack stack;
  private final String secret = Secrets.token();
  private final HttpServer server;

  private ControlServer(Workspace workspace, RunningStack stack, HttpServer server) {
    this.workspace = workspace;
    this.stack = stack;
    this.server = server;
  }

  /** What a client needs to know. */
  record Door(String url, String secret) {}

  /** How many instances a service shall have. */
  record Wish(String service, int instances) {}

  static ControlServer start(Workspace workspace, RunningStack stack) {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ControlServer control = new ControlServer(workspace, stack, http);
      http.createContext("/", control::handle);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.start();
      String url = "http://127.0.0.1:" + http.getAddress().getPort();
      PrivateFile.replace(workspace.controlJson(), Json.write(new Door(url, control.secret)));
      return control;
    } catch (IOException e) {
      throw new CannotStart(CannotStart.Reason.FAILED, "The control endpoint cannot be opened.", e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isTrusted(exchange)) {
        answer(exchange, 403, "");
        return;
      }
      switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
        case "GET /status" -> answer(exchange, 200, Json.write(Status.of(stack)));
        case "POST /scale" -> scale(exchange);
        case "POST /stop" -> {
          answer(exchange, 202, "");
          // The shutdown hook stops everything in order; this very exchange must end first.
          Thread.ofPlatform().name("stop").start(() -> System.exit(0));
        }
        default -> answer(exchange, 404, "");
      }
    }
  }

  private void scale(HttpExchange exchange) throws IOException {
    try {
      String body = new String(exchange.getRequestBody().readNBytes(1_000), StandardCharsets.UTF_8);
      Wish wish = Json.read(body, Wish.class);
      Service service =
          Service.named(wish.service())
              .filter(named -> named != Service.GATEWAY)
              .orElseThrow(() -> unwell("There is no such service to scale: " + wish.service()));
      if (wish.instances() < 1 || wish.instances() > MOST_INSTANCES) {
        throw unwell("Between 1 and " + MOST_INSTANCES + " instances are possible.");
      }
      stack.scale(service, wish.instances());
      answer(exchange, 200, Json.write(Status.of(stack)));
    } catch (JacksonException e) {
      answer(exchange, 400, "That is not a wish to scale.");
    } catch (CannotStart e) {
      answer(exchange, 409, e.getMessage());
    }
  }

  private static CannotStart unwell(String sentence) {
    return new CannotStart(CannotStart.Reason.SERVICE, sentence);
  }

  private boolean isTrusted(HttpExchange exchange) {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8),
            ("Bearer " + secret).getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, @Nullable String text)
      throws IOException {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(workspace.controlJson());
    server.stop(0);
  }
}
