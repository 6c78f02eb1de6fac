package org.nuanxin.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The other side of the one synchronous call, over real HTTP: it gives tokens by client credentials
 * and phones to whoever has one, and can be taken down.
 */
public final class NeighbourMembership {

  static final String CLIENT = "notification-service";
  static final String SECRET = "a secret: with signs";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final Map<String, String> phones = new ConcurrentHashMap<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private final List<Integer> lookUps = new ArrayList<>();
  private volatile boolean down;

  private NeighbourMembership(HttpServer server) {
    this.server = server;
  }

  static NeighbourMembership start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      NeighbourMembership membership = new NeighbourMembership(server);
      server.createContext("/oauth2/token", membership::token);
      server.createContext("/internal/v1/contacts", membership::contacts);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return membership;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Makes this member's phone known. */
  public void add(Worker worker) {
    phones.put(worker.memberId(), worker.phone());
  }

  /** Answers 503 from now on. */
  public void goDown() {
    down = true;
  }

  /** Answers again. */
  public void comeBack() {
    down = false;
  }

  /** No token given so far is honoured any more. */
  public void forgetTokens() {
    tokens.addAndGet(1_000);
  }

  /** How many members each look-up asked for. */
  public synchronized List<Integer> lookUps() {
    return List.copyOf(lookUps);
  }

  private void token(HttpExchange exchange) throws IOException {
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (down) {
      answer(exchange, 503, "{}");
    } else if (expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
        && body.equals("grant_type=client_credentials")) {
      answer(
          exchange,
          200,
          "{\"access_token\":\"token-" + tokens.incrementAndGet() + "\",\"expires_in\":900}");
    } else {
      answer(exchange, 401, "{}");
    }
  }

  private void contacts(HttpExchange exchange) throws IOException {
    JsonNode ids = JSON.readTree(exchange.getRequestBody().readAllBytes()).get("memberIds");
    if (down) {
      answer(exchange, 503, "{}");
      return;
    }
    if (!("Bearer token-" + tokens.get())
        .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, "{}");
      return;
    }
    synchronized (this) {
      lookUps.add(ids.size());
    }
    List<Map<String, String>> items = new ArrayList<>();
    for (JsonNode id : ids) {
      String phone = phones.get(id.asString());
      if (phone != null) {
        items.add(Map.of("memberId", id.asString(), "phone", phone, "language", "zh-CN"));
      }
    }
    answer(exchange, 200, JSON.writeValueAsString(Map.of("items", items)));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
