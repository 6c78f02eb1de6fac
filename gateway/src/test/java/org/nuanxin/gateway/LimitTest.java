package org.nuanxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.nuanxin.gateway.RunningGateway.json;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much one caller, one body and one service may take. */
class LimitTest {

  private static final int LIMIT = 64 * 1024;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway =
        new RunningGateway(
            "nuanxin.gateway.rate-limit.account.burst=5",
            "nuanxin.gateway.rate-limit.account.per-second=1",
            "nuanxin.gateway.rate-limit.address.burst=8",
            "nuanxin.gateway.rate-limit.address.per-second=1",
            "nuanxin.gateway.trusted-proxies=127.0.0.1",
            "nuanxin.gateway.concurrency=2");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void forget() {
    gateway.backends.values().forEach(Backend::forget);
  }

  @Nested
  class Rates {

    @Test
    void countEachAccountByItselfWhateverAddressItCallsFrom() {
      String busy = gateway.issuer.worker("busy");
      HttpResponse<String> refused = refusedAfter(5, i -> call(busy, "10.0.0." + i));
      assertThat(json(refused).path("code").asString()).isEqualTo("too-many-requests");
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      assertThat(refused.headers().firstValue("RateLimit").orElseThrow())
          .startsWith("\"account\";r=0;t=");
      assertThat(refused.headers().firstValue("RateLimit-Policy")).contains("\"account\";q=5;w=5");

      assertThat(call(gateway.issuer.worker("calm"), "10.0.0.99").statusCode()).isEqualTo(200);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> call(busy, "10.0.0.99").statusCode() == 200);
    }

    @Test
    void countAnAddressForWhoeverIsNotSignedIn() {
      refusedAfter(8, i -> anonymous("192.0.2.1"));
      assertThat(anonymous("192.0.2.2").statusCode()).isEqualTo(200);
    }

    @Test
    void countAForgersAddressBeforeASignatureIsChecked() {
      String forged = gateway.issuer.forged();
      refusedAfter(8, i -> call(forged, "192.0.2.50"));
    }

    @Test
    void countACustomersWholeIpv6NetworkAsOneAddress() {
      refusedAfter(8, i -> anonymous("2001:db8:1:1::" + i));
      assertThat(anonymous("2001:db8:1:2::1").statusCode()).isEqualTo(200);
    }

    @Test
    void believeOnlyWhatOurProxyWrote() {
      refusedAfter(8, i -> anonymous("7.7.7." + i + ", 192.0.2.77"));
      assertThat(gateway.backend("stations-service").last().headers().getFirst("X-forwarded-for"))
          .isEqualTo("192.0.2.77");
    }

    /** Calls until refused, which comes after at least so many; time gives a few more back. */
    private static HttpResponse<String> refusedAfter(
        int burst, IntFunction<HttpResponse<String>> call) {
      for (int i = 0; i < burst; i++) {
        assertThat(call.apply(i).statusCode()).isIn(200, 401);
      }
      for (int i = burst; i < 90; i++) {
        HttpResponse<String> response = call.apply(i);
        if (response.statusCode() == 429) {
          return response;
        }
      }
      throw new AssertionError("Never refused");
    }

    private HttpResponse<String> call(String token, String address) {
      return gateway.get(
          "/api/v1/me", "Authorization", "Bearer " + token, "X-Forwarded-For", address);
    }

    private HttpResponse<String> anonymous(String address) {
      return gateway.get("/api/v1/stations", "X-Forwarded-For", address);
    }
  }

  @Nested
  class Bodies {

    @Test
    void passUpToTheLimit() {
      var response = post("198.51.100.1", BodyPublishers.ofString("x".repeat(LIMIT)));
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(gateway.backend("identity-service").last().body()).hasSize(LIMIT);
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 2 * 1024 * 1024})
    void areRefusedPastItByWhatTheySayOfTheirLength(int size) {
      var response = post("198.51.100.2", BodyPublishers.ofString("x".repeat(size)));
      assertThat(response.statusCode()).isEqualTo(413);
      assertThat(json(response).path("code").asString()).isEqualTo("too-large");
      assertThat(gateway.backend("identity-service").received()).isEmpty();
    }

    @Test
    void passUpToTheLimitWhenTheySayNothingOfTheirLength() {
      var response = post("198.51.100.3", streamed(LIMIT));
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(gateway.backend("identity-service").last().body()).hasSize(LIMIT);
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 2 * 1024 * 1024})
    void areRefusedPastItWhileTheyStream(int size) {
      var response = post("198.51.100.4", streamed(size));
      assertThat(response.statusCode()).isEqualTo(413);
      assertThat(json(response).path("code").asString()).isEqualTo("too-large");
    }

    @Test
    void areRefusedWithoutATokenBeforeAnythingIsSent() {
      var response =
          gateway.send(
              gateway
                  .to("/api/v1/applications")
                  .header("X-Forwarded-For", "198.51.100.5")
                  .POST(streamed(2 * 1024 * 1024)));
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(gateway.backend("membership-service").received()).isEmpty();
    }

    private HttpResponse<String> post(String address, BodyPublisher body) {
      return gateway.send(
          gateway.to("/api/v1/auth/otp").header("X-Forwarded-For", address).POST(body));
    }

    private static BodyPublisher streamed(int size) {
      return BodyPublishers.ofInputStream(
          () -> new ByteArrayInputStream("x".repeat(size).getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Nested
  class OpenCalls {

    @Test
    void areBoundedPerServiceSoThatOthersGoOn() {
      CountDownLatch finish = new CountDownLatch(1);
      gateway
          .backend("stations-service")
          .on(
              "/api/v1/stations/slow",
              exchange -> {
                try {
                  finish.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                Backend.answer(exchange, 200, "{}");
              });
      var first = slow("203.0.113.1");
      var second = slow("203.0.113.2");
      await().until(() -> gateway.backend("stations-service").received().size() == 2);

      var third = gateway.get("/api/v1/stations/slow", "X-Forwarded-For", "203.0.113.3");
      assertThat(third.statusCode()).isEqualTo(503);
      assertThat(json(third).path("code").asString()).isEqualTo("busy");
      assertThat(third.headers().firstValue("Retry-After")).contains("1");
      assertThat(
              gateway
                  .get("/api/v1/consents/current", "X-Forwarded-For", "203.0.113.4")
                  .statusCode())
          .isEqualTo(200);

      finish.countDown();
      assertThat(first.join().statusCode()).isEqualTo(200);
      assertThat(second.join().statusCode()).isEqualTo(200);
      await()
          .until(() ->
              gateway.get("/api/v1/stations", "X-Forwarded-For", "203.0.113.5").statusCode()
                  == 200);
    }

    private CompletableFuture<HttpResponse<String>> slow(String address) {
      return gateway
          .client()
          .sendAsync(
              gateway.to("/api/v1/stations/slow").header("X-Forwarded-For", address).build(),
              HttpResponse.BodyHandlers.ofString());
    }
  }
}
