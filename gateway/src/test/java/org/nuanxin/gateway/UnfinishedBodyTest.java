package org.nuanxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBufUtil;
import io.netty.util.ResourceLeakDetector;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that do not arrive at once, or not at all. */
class UnfinishedBodyTest {

  private static final String OTP = "/api/v1/auth/otp";
  private static final int PER_CLIENT = 3;
  private static final int IN_ALL = 5;

  private static final Queue<String> leaks = new ConcurrentLinkedQueue<>();
  private static ResourceLeakDetector.Level before;
  private static RunningGateway gateway;

  private final List<RawCall> calls = new ArrayList<>();

  @BeforeAll
  static void start() {
    before = ResourceLeakDetector.getLevel();
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    ByteBufUtil.setLeakListener((type, records) -> leaks.add(type + records));
    gateway =
        new RunningGateway(
            "nuanxin.gateway.concurrency=2",
            "nuanxin.gateway.trusted-proxies=127.0.0.1",
            "nuanxin.gateway.unfinished-bodies.patience=2s",
            "nuanxin.gateway.unfinished-bodies.per-client=" + PER_CLIENT,
            "nuanxin.gateway.unfinished-bodies.in-all=" + IN_ALL);
  }

  @AfterAll
  static void stop() {
    gateway.close();
    ByteBufUtil.setLeakListener(null);
    ResourceLeakDetector.setLevel(before);
  }

  @BeforeEach
  void forget() {
    gateway.backends.values().forEach(Backend::forget);
    await().atMost(Duration.ofSeconds(30)).until(() -> unfinished() == 0);
  }

  @AfterEach
  void hangUp() {
    calls.forEach(RawCall::close);
  }

  @Nested
  class WhileTheyAreOnTheirWay {

    @Test
    void takeNoPlaceOfTheirService() {
      begin("192.0.2.1", PER_CLIENT);
      assertThat(post("192.0.2.2").statusCode()).isEqualTo(200);
      assertThat(gateway.backend("identity-service").received()).hasSize(1);
    }

    @Test
    void areBoundedForAnAddressWhoseWholeOnesPass() {
      begin("192.0.2.1", PER_CLIENT);
      String refused = half("192.0.2.1").answer();
      assertThat(RawHttp.status(refused)).as(refused).isEqualTo(429);
      assertThat(refused)
          .contains("application/problem+json")
          .contains("\"code\":\"too-many-requests\"")
          .contains("Retry-After: 1");
      assertThat(RawHttp.status(whole("192.0.2.1"))).isEqualTo(200);
      begin("192.0.2.2", 1);
    }

    @Test
    void areBoundedForAnAccountWhateverAddressItCallsFrom() {
      String busy = gateway.issuer.worker("busy");
      for (int i = 0; i < PER_CLIENT; i++) {
        halfAs(busy, "198.51.100." + i);
      }
      await().until(() -> unfinished() == PER_CLIENT);
      assertThat(RawHttp.status(halfAs(busy, "198.51.100.99").answer())).isEqualTo(429);
      halfAs(gateway.issuer.worker("calm"), "198.51.100.1");
      await().until(() -> unfinished() == PER_CLIENT + 1);
    }

    @Test
    void areBoundedInAllAndWholeOnesPass() {
      begin("192.0.2.1", PER_CLIENT);
      begin("192.0.2.2", IN_ALL - PER_CLIENT);
      String refused = half("192.0.2.3").answer();
      assertThat(RawHttp.status(refused)).as(refused).isEqualTo(503);
      assertThat(refused).contains("\"code\":\"busy\"").contains("Retry-After: 1");
      assertThat(RawHttp.status(whole("192.0.2.3"))).isEqualTo(200);
      assertThat(gateway.get("/api/v1/stations").statusCode()).isEqualTo(200);
    }

    @Test
    void giveTheirPlaceBackWhenTheCallerIsGone() {
      begin("192.0.2.1", PER_CLIENT);
      calls.forEach(RawCall::close);
      await().atMost(Duration.ofSeconds(1)).until(() -> unfinished() == 0);
    }
  }

  @Nested
  class ThatNeverEnd {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Content-Length: 20\r\n\r\n{\"phone\":",
          "Content-Length: 20\r\n\r\n",
          "Transfer-Encoding: chunked\r\n\r\n14\r\n{\"phone\":",
          "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"pho\r\n"
        })
    void areTheCallersFault(String rest) {
      long start = System.nanoTime();
      String answer = raw("192.0.2.1", rest).answer();
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(8));
      assertTimeout(answer);
    }

    @Test
    void areNotSavedByDripping() {
      RawCall call = raw("192.0.2.1", "Content-Length: 20000\r\n\r\n{");
      Thread drip = Thread.ofVirtual().start(() -> call.drip(Duration.ofMillis(100)));
      String answer = call.answer();
      drip.interrupt();
      assertTimeout(answer);
    }

    private static void assertTimeout(String answer) {
      assertThat(RawHttp.status(answer)).as(answer).isEqualTo(408);
      assertThat(answer.toLowerCase())
          .contains("application/problem+json")
          .contains("connection: close")
          .contains("\"code\":\"request-timeout\"")
          .contains("x-request-id");
      assertThat(gateway.backend("identity-service").received()).isEmpty();
    }
  }

  @Nested
  class ThatArriveInParts {

    @Test
    void reachTheServiceAsTheyWereSent() {
      String body = IntStream.range(0, 3_000).mapToObj(i -> i + ",").reduce("", String::concat);
      RawCall call = raw("192.0.2.1", "Content-Length: " + body.length() + "\r\n\r\n");
      await().until(() -> unfinished() == 1);
      for (int at = 0; at < body.length(); at += 997) {
        call.say(body.substring(at, Math.min(body.length(), at + 997)));
      }
      assertThat(RawHttp.status(call.answer())).isEqualTo(200);
      assertThat(gateway.backend("identity-service").last().body()).isEqualTo(body);
    }

    @Test
    void reachTheServiceOutOfManySmallChunks() {
      StringBuilder chunks = new StringBuilder();
      for (int i = 0; i < 5_000; i++) {
        chunks.append("1\r\n").append((char) ('a' + i % 26)).append("\r\n");
      }
      String answer =
          raw("192.0.2.1", "Transfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n\r\n").answer();
      assertThat(RawHttp.status(answer)).as(answer).isEqualTo(200);
      assertThat(gateway.backend("identity-service").last().body())
          .hasSize(5_000)
          .startsWith("abcdefghijklmnopqrstuvwxyzab");
    }

    @Test
    void mayBeEmpty() {
      String answer = raw("192.0.2.1", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n").answer();
      assertThat(RawHttp.status(answer)).as(answer).isEqualTo(200);
      assertThat(gateway.backend("identity-service").last().body()).isEmpty();
    }

    @Test
    void areAskedForWhereTheCallerWaitsForThat() {
      RawCall call = raw("192.0.2.1", "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
      assertThat(call.line()).isEqualTo("HTTP/1.1 100 Continue");
      call.say("{}");
      assertThat(call.answer()).contains("HTTP/1.1 200");
      assertThat(gateway.backend("identity-service").last().body()).isEqualTo("{}");
    }

    @Test
    void areNoBodyWhereAChunkIsNoChunk() {
      RawCall call = raw("192.0.2.1", "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n");
      await().until(() -> unfinished() == 1);
      call.say("zz\r\n{}\r\n0\r\n\r\n");
      String answer = call.answer();
      assertThat(RawHttp.status(answer)).as(answer).isEqualTo(400);
      assertThat(answer).contains("application/problem+json");
      assertThat(gateway.backend("identity-service").received()).isEmpty();
    }
  }

  @Nested
  class HoweverTheyEnd {

    @Test
    void leaveNoBufferBehind() {
      begin("192.0.2.1", PER_CLIENT);
      half("192.0.2.1").answer();
      begin("192.0.2.2", IN_ALL - PER_CLIENT);
      half("192.0.2.3").answer();
      calls.getFirst().close();
      calls.get(1).answer();
      for (int i = 0; i < 20; i++) {
        post("192.0.2.4");
        raw("192.0.2.5", "Content-Length: 20\r\n\r\n{\"phone\":").close();
        gateway.send(
            gateway
                .to(OTP)
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString("x".repeat(70_000)))));
      }
      abandonAnswers();

      // A leak is told when its buffer is collected and another is made.
      for (int i = 0; i < 20; i++) {
        System.gc();
        post("192.0.2.6");
      }
      assertThat(leaks).isEmpty();
    }

    /** Whole bodies whose callers are gone while the service still thinks. */
    private void abandonAnswers() {
      CountDownLatch finish = new CountDownLatch(1);
      gateway
          .backend("identity-service")
          .on(
              OTP,
              exchange -> {
                try {
                  finish.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                Backend.answer(exchange, 200, "{}");
              });
      int reached = gateway.backend("identity-service").received().size();
      RawCall one = raw("192.0.2.7", "Content-Length: 2\r\n\r\n{}");
      RawCall two = raw("192.0.2.7", "Content-Length: 2\r\n\r\n{}");
      await().until(() -> gateway.backend("identity-service").received().size() == reached + 2);
      one.close();
      two.close();
      finish.countDown();
      gateway.backend("identity-service").answers(OTP, "{}");
      await().until(() -> post("192.0.2.8").statusCode() == 200);
    }
  }

  private void begin(String address, int bodies) {
    int there = unfinished();
    for (int i = 0; i < bodies; i++) {
      half(address);
    }
    await().until(() -> unfinished() == there + bodies);
  }

  private RawCall half(String address) {
    return raw(address, "Content-Length: 20\r\n\r\n{\"phone\":");
  }

  private RawCall halfAs(String token, String address) {
    String rest = "Authorization: Bearer " + token + "\r\nContent-Length: 20\r\n\r\n{\"phone\":";
    return raw("/api/v1/applications", address, rest);
  }

  private String whole(String address) {
    return raw(address, "Connection: close\r\nContent-Length: 2\r\n\r\n{}").answer();
  }

  private RawCall raw(String address, String rest) {
    return raw(OTP, address, rest);
  }

  private RawCall raw(String path, String address, String rest) {
    RawCall call = new RawCall(gateway.port());
    calls.add(call);
    call.say(
        "POST " + path + " HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + address + "\r\n" + rest);
    return call;
  }

  private static HttpResponse<String> post(String address) {
    return gateway.post(OTP, "{\"phone\":\"1\"}", "X-Forwarded-For", address);
  }

  private static int unfinished() {
    return gateway
        .manage("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith("gateway_unfinished_bodies"))
        .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }
}
