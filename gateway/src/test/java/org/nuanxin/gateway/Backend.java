package org.nuanxin.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * One instance of a service: a real HTTP server on loopback that remembers what reached it. Unless
 * told otherwise it answers 200 with its name.
 */
final class Backend implements AutoCloseable {

  /** What reached the backend. */
  record Received(String method, String target, Headers headers, String body) {}

  private final String name;
  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();

  Backend(String name) {
    this(name, 0);
  }

  Backend(String name, int port) {
    this.name = name;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What happens at this path from now on. */
  void on(String path, HttpHandler handler) {
    handlers.put(path, handler);
  }

  void answers(String path, String json) {
    on(path, exchange -> answer(exchange, 200, json));
  }

  List<Received> received() {
    return received;
  }

  Received last() {
    return received.getLast();
  }

  void forget() {
    received.clear();
    handlers.clear();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    HttpHandler special = handlers.get(exchange.getRequestURI().getRawPath());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Headers copy = new Headers();
    copy.putAll(exchange.getRequestHeaders());
    received.add(
        new Received(exchange.getRequestMethod(), exchange.getRequestURI().toString(), copy, body));
    if (special != null) {
      special.handle(exchange);
    } else if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    } else {
      answer(exchange, 200, "{\"from\":\"" + name + "\"}");
    }
  }
}
