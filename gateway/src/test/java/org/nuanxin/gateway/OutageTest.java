package org.nuanxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.nuanxin.gateway.RunningGateway.json;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Services that are slow, dead, half dead, or somewhere else than before. */
class OutageTest {

  @TempDir private static Path folder;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    Path file = folder.resolve("instances.json");
    Files.writeString(file, "{}");
    gateway =
        new RunningGateway(
            "nuanxin.gateway.instances-file=" + file, "nuanxin.gateway.response-timeout=3s");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void everythingIsUp() throws IOException {
    gateway.backends.values().forEach(Backend::forget);
    instances("stations-service", gateway.backend("stations-service").url());
  }

  @Test
  void aDeadServiceGives503WithinTwoSecondsWhileOthersGoOn() throws IOException {
    try (Socket dead = held()) {
      instances("stations-service", "http://127.0.0.1:" + dead.getLocalPort());
      assertThat(shortestOfThree503("/api/v1/stations/dead")).isLessThan(Duration.ofSeconds(2));
      HttpResponse<String> response = gateway.get("/api/v1/stations/dead");
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.headers().firstValue("Retry-After")).contains("2");
      assertThat(json(response).path("code").asString()).isEqualTo("unavailable");
      assertThat(gateway.get("/api/v1/consents/current").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aServiceNobodyKnowsAPlaceOfGives503() throws IOException {
    instances("stations-service");
    assertThat(gateway.get("/api/v1/stations").statusCode()).isEqualTo(503);
  }

  @Test
  void aHostThatSwallowsEverythingGives503WithinTwoSeconds() throws IOException {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> queue = fill(full);
      instances("stations-service", "http://127.0.0.1:" + full.getLocalPort());
      assertThat(shortestOfThree503("/api/v1/stations")).isLessThan(Duration.ofSeconds(2));
      for (Socket socket : queue) {
        socket.close();
      }
    }
  }

  @Test
  void aSlowServiceGives504AndTheServiceIsAskedOnce() throws IOException {
    CountDownLatch finish = new CountDownLatch(1);
    gateway.backend("stations-service").on("/api/v1/stations/slow", exchange -> hold(finish));
    HttpResponse<String> response = gateway.get("/api/v1/stations/slow");
    finish.countDown();
    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(json(response).path("code").asString()).isEqualTo("timeout");
    assertThat(gateway.backend("stations-service").received()).hasSize(1);
  }

  @Test
  void aServiceIsFoundWhereTheFileSaysNow() throws IOException {
    try (Backend moved = new Backend("moved")) {
      instances("stations-service", moved.url());
      assertThat(gateway.get("/api/v1/stations").body()).contains("moved");
    }
  }

  @Test
  void aFileHalfWrittenChangesNothing() throws IOException {
    Files.writeString(folder.resolve("instances.json"), "{\"stations-service\": [\"htt");
    await()
        .during(Duration.ofMillis(600))
        .until(() -> gateway.get("/api/v1/stations").statusCode() == 200);
  }

  @Test
  void instancesTakeTurnsAndARefusingOneIsPassedOver() throws IOException {
    try (Backend one = new Backend("one");
        Backend two = new Backend("two")) {
      // Its connections end with each answer: none is left that could break under a later call.
      one.on(
          "/api/v1/stations/1",
          exchange -> {
            exchange.getResponseHeaders().set("Connection", "close");
            Backend.answer(exchange, 200, "{}");
          });
      instances("stations-service", one.url(), two.url());
      for (int i = 0; i < 10; i++) {
        assertThat(gateway.get("/api/v1/stations/1").statusCode()).isEqualTo(200);
      }
      assertThat(one.received()).hasSizeBetween(4, 6);
      assertThat(two.received()).hasSizeBetween(4, 6);

      one.close();
      two.forget();
      for (int i = 0; i < 10; i++) {
        HttpResponse<String> response =
            gateway.post(
                "/api/v1/stations/1/visits",
                "{\"code\":\"" + i + "\"}",
                "Authorization",
                "Bearer " + gateway.issuer.worker("w"));
        assertThat(response.statusCode()).isEqualTo(200);
      }
      assertThat(two.received()).extracting(Backend.Received::body).doesNotHaveDuplicates();
      assertThat(two.received()).hasSize(10);
    }
  }

  @Test
  void anInstanceThatComesBackIsUsedAgain() throws IOException {
    int port;
    try (Socket away = held()) {
      port = away.getLocalPort();
      instances("stations-service", "http://127.0.0.1:" + port);
      assertThat(gateway.get("/api/v1/stations").statusCode()).isEqualTo(503);
    }
    try (Backend back = new Backend("back", port)) {
      HttpResponse<String> response = gateway.get("/api/v1/stations");
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).contains("back");
    }
  }

  @Test
  void aPostThatBreaksOffIsNeverRepeated() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    try (ServerSocket broken = breaksOff(requests);
        Backend healthy = new Backend("healthy")) {
      instances("stations-service", "http://127.0.0.1:" + broken.getLocalPort(), healthy.url());
      int interrupted = 0;
      for (int i = 0; i < 6; i++) {
        HttpResponse<String> response =
            gateway.post(
                "/api/v1/stations/1/visits",
                "{}",
                "Authorization",
                "Bearer " + gateway.issuer.worker("w"));
        if (response.statusCode() == 503) {
          interrupted++;
          assertThat(json(response).path("code").asString()).isEqualTo("interrupted");
          assertThat(json(response).path("detail").asString()).contains("Idempotency-Key");
          assertThat(response.headers().firstValue("Retry-After")).contains("2");
        }
      }
      assertThat(interrupted).isEqualTo(requests.get()).isPositive();
      assertThat(healthy.received()).hasSize(6 - interrupted);
    }
  }

  @Test
  void aGetThatBreaksOffIsAskedOfAnother() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    try (ServerSocket broken = breaksOff(requests);
        Backend healthy = new Backend("healthy")) {
      instances("stations-service", "http://127.0.0.1:" + broken.getLocalPort(), healthy.url());
      for (int i = 0; i < 6; i++) {
        assertThat(gateway.get("/api/v1/stations/1").statusCode()).isEqualTo(200);
      }
      assertThat(requests.get()).isPositive();
    }
  }

  @Test
  void aSmallAnswerThatBreaksOffIsAProblemInstead() throws IOException {
    gateway.backend("stations-service").on("/api/v1/stations/cut", exchange -> cut(exchange, 1000));
    HttpResponse<String> response = gateway.get("/api/v1/stations/cut");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(json(response).path("code").asString()).isEqualTo("interrupted");
    assertThat(response.headers().map()).doesNotContainKey("etag");
    assertThat(gateway.backend("stations-service").received()).hasSize(1);
  }

  @Test
  void aLargeAnswerThatBreaksOffIsNotTakenForWhole() throws IOException {
    gateway
        .backend("stations-service")
        .on("/api/v1/stations/cut", exchange -> cut(exchange, 100_000));
    String answer = RawHttp.get(gateway.port(), "/api/v1/stations/cut");
    assertThat(answer).contains("200 OK").doesNotContain("problem");
    assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).hasSizeLessThan(100_000);
  }

  private static void cut(HttpExchange exchange, int promised) throws IOException {
    exchange.getResponseHeaders().set("ETag", "\"1\"");
    exchange.sendResponseHeaders(200, promised);
    exchange.getResponseBody().write("{\"items\":[".getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
    exchange.close();
  }

  /** Changes where one service is, and waits until the gateway has seen it. */
  private static void instances(String service, String... urls) throws IOException {
    Map<String, List<String>> all = new TreeMap<>();
    gateway.backends.forEach((name, backend) -> all.put(name, List.of(backend.url())));
    all.put(service, List.of(urls));
    String marker = "http://127.0.0.1:" + freePort();
    all.put("notification-service", new ArrayList<>(List.of(marker)));
    Path next = folder.resolve("next.json");
    Files.writeString(next, JsonMapper.builder().build().writeValueAsString(all));
    Files.move(
        next,
        folder.resolve("instances.json"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> gateway.knows(marker));
  }

  /** Of three, for one of them may meet a machine that is busy with other things. */
  private static Duration shortestOfThree503(String target) {
    long shortest = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      assertThat(gateway.get(target).statusCode()).isEqualTo(503);
      shortest = Math.min(shortest, System.nanoTime() - start);
    }
    return Duration.ofNanos(shortest);
  }

  /** Bound and not listening: calls there are refused, and nobody else can have the port. */
  private static Socket held() throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return socket;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves no room in the queue of connections, so that the next is neither taken nor refused. */
  private static List<Socket> fill(ServerSocket server) {
    List<Socket> queue = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      try {
        Socket socket = new Socket();
        socket.connect(server.getLocalSocketAddress(), 1_000);
        queue.add(socket);
      } catch (IOException e) {
        return queue;
      }
    }
    return queue;
  }

  /** Reads a request and hangs up. */
  private static ServerSocket breaksOff(AtomicInteger requests) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(() -> {
          while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
              if (socket.getInputStream().read(new byte[4096]) > 0) {
                requests.incrementAndGet();
              }
            } catch (IOException e) {
              return;
            }
          }
        });
    return server;
  }

  private static void hold(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
