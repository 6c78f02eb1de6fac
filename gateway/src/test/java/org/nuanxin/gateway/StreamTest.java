package org.nuanxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams of events. */
class StreamTest {

  private static final String END = "end";
  private static final String PATH = "/api/v1/me/timeline/stream";

  private static RunningGateway gateway;

  private final BlockingQueue<String> events = new ArrayBlockingQueue<>(100);
  private final AtomicBoolean cut = new AtomicBoolean();

  @BeforeAll
  static void start() {
    gateway = new RunningGateway("nuanxin.gateway.response-timeout=2s");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void serve() {
    gateway.backend("membership-service").on(PATH, stream());
  }

  @AfterEach
  void end() {
    events.offer(END);
  }

  @Test
  void deliversAnEventBeforeTheStreamEndsAndAfterALongSilence() throws Exception {
    try (BufferedReader lines = open()) {
      events.add("first");
      assertThat(next(lines)).isEqualTo("data: first");

      // Silent for longer than a call may be: the stream stays.
      await().pollDelay(Duration.ofMillis(2_500)).until(() -> true);
      events.add("second");
      assertThat(next(lines)).isEqualTo("data: second");
    }
  }

  @Test
  void tellsTheServiceWhenTheReaderIsGone() throws Exception {
    BufferedReader lines = open();
    events.add("first");
    assertThat(next(lines)).isEqualTo("data: first");
    lines.close();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          events.offer("more");
          return cut.get();
        });
  }

  @Test
  void sendsItsHeaderBeforeThereIsAnyEvent() throws Exception {
    open().close();
    assertThat(events).isEmpty();
  }

  private BufferedReader open() throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        gateway
            .client()
            .send(
                gateway
                    .to(PATH)
                    .header("Accept", "text/event-stream")
                    .header("Authorization", "Bearer " + gateway.issuer.worker("w"))
                    .build(),
                BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private static String next(BufferedReader lines) {
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                String line = lines.readLine();
                while (line != null && line.isEmpty()) {
                  line = lines.readLine();
                }
                return line;
              } catch (IOException e) {
                return "broken";
              }
            })
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }

  private HttpHandler stream() {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      try (var body = exchange.getResponseBody()) {
        body.flush();
        for (String event = events.take(); !event.equals(END); event = events.take()) {
          body.write(("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
          body.flush();
        }
      } catch (IOException e) {
        cut.set(true);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
