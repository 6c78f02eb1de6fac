package org.nuanxin.kit.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers every call as it is told, whatever is asked: a gateway, or a provider gone wrong. */
public final class AnsweringServer implements AutoCloseable {

  private record Canned(int status, String body) {}

  private final Map<String, Canned> answers = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile boolean stalling;

  /** Starts; what it was not told to answer is a 503. */
  public AnsweringServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(calls);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The base URL. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers calls of a method so from now on. */
  public void answers(String method, int status, String body) {
    answers.put(method, new Canned(status, body));
  }

  /** Answers calls of a method to a path so from now on, whatever others are answered. */
  public void answers(String method, String path, int status, String body) {
    answers.put(method + ' ' + path, new Canned(status, body));
  }

  /** Sends headers that promise a body from now on, and never the body. */
  public void stalls() {
    stalling = true;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      if (stalling) {
        exchange.sendResponseHeaders(201, 100);
        exchange.getResponseBody().flush();
        closed.await();
        return;
      }
      String method = exchange.getRequestMethod();
      Canned canned = answers.get(method + ' ' + exchange.getRequestURI().getPath());
      if (canned == null) {
        canned = answers.getOrDefault(method, new Canned(503, ""));
      }
      byte[] body = canned.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(canned.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    calls.shutdownNow();
  }
}
