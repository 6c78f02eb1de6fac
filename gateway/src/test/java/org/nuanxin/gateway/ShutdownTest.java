package org.nuanxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How the gateway goes. */
class ShutdownTest {

  @Test
  void finishesOpenCallsAndEndsStreamsInsteadOfWaitingForThem() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    try (RunningGateway gateway = new RunningGateway()) {
      gateway
          .backend("stations-service")
          .on(
              "/api/v1/stations/slow",
              exchange -> {
                reached.countDown();
                hold(finish);
                Backend.answer(exchange, 200, "{}");
              });
      gateway
          .backend("membership-service")
          .on(
              "/api/v1/me/timeline/stream",
              exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                hold(new CountDownLatch(1));
              });
      HttpResponse<InputStream> stream =
          gateway
              .client()
              .send(
                  gateway
                      .to("/api/v1/me/timeline/stream")
                      .header("Authorization", "Bearer " + gateway.issuer.worker("w"))
                      .build(),
                  BodyHandlers.ofInputStream());
      assertThat(stream.body().read()).isEqualTo('d');
      CompletableFuture<HttpResponse<String>> call =
          gateway
              .client()
              .sendAsync(gateway.to("/api/v1/stations/slow").build(), BodyHandlers.ofString());
      reached.await();

      CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::stop);
      assertThat(new String(stream.body().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("ata: 1\n\n");
      assertThat(stopped).isNotDone();
      finish.countDown();
      assertThat(call.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      stopped.get(60, TimeUnit.SECONDS);
    }
  }

  private static void hold(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
