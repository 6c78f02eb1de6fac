package org.nuanxin.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.security.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;

class LiveStreamTest extends TinyServiceTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Autowired private SseStreams streams;

  private final String topic = UUID.randomUUID().toString();
  private final List<Listener> listeners = new ArrayList<>();

  @AfterEach
  void hangUp() throws Exception {
    for (Listener listener : listeners) {
      listener.close();
    }
  }

  @Test
  void tellsThePresentStateAndThenWhatIsPublished() throws Exception {
    Listener listener = listen("/api/v1/public/stream/" + topic);
    await().atMost(SOON).until(() -> listener.items().contains("first"));

    streams.publish(topic, new SseItem("2", "item", Map.of("text", "张三")));

    await().atMost(SOON).until(() -> listener.items().equals(List.of("first", "张三")));
    assertThat(listener.lines()).contains("id:2", "event:item");
    assertThat(listener.response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    assertThat(listener.response.headers().firstValue("X-Accel-Buffering")).contains("no");
  }

  @Test
  void tellsEveryoneOfTheTopicAndNobodyElse() throws Exception {
    Listener one = listen("/api/v1/public/stream/" + topic);
    Listener two = listen("/api/v1/public/stream/" + topic);
    Listener other = listen("/api/v1/public/stream/other-" + topic);
    await().atMost(SOON).until(() -> streams.isOpen("other-" + topic));

    streams.publish(topic, new SseItem("2", "item", Map.of("text", "second")));

    await().atMost(SOON).until(() -> one.items().contains("second"));
    await().atMost(SOON).until(() -> two.items().contains("second"));
    assertThat(other.items()).doesNotContain("second");
  }

  @Test
  void keepsASilentStreamAlive() throws Exception {
    Listener listener = listen("/api/v1/public/stream/" + topic);

    await()
        .atMost(SOON)
        .until(() ->
            listener.lines().stream().filter(line -> line.startsWith(":still here")).count() >= 2);
  }

  @Test
  void forgetsAClientThatWentAway() throws Exception {
    Listener listener = listen("/api/v1/public/stream/" + topic);
    await().atMost(SOON).until(() -> streams.isOpen(topic));

    listener.close();

    await().atMost(SOON).until(() -> !streams.isOpen(topic));
  }

  @Test
  void closesTheOldestStreamOfOneWhoOpensTooMany() throws Exception {
    Listener oldest = listen("/api/v1/public/stream/" + topic);
    for (int i = 0; i < 8; i++) {
      listen("/api/v1/public/stream/" + topic);
    }

    await().atMost(SOON).until(() -> oldest.isOver());
  }

  @Test
  void cutsOffAClientThatDoesNotReadInsteadOfWaitingForIt() throws Exception {
    try (Socket deaf = new Socket("127.0.0.1", port)) {
      deaf.getOutputStream()
          .write(
              ("GET /api/v1/public/stream/" + topic + " HTTP/1.1\r\nHost: a\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      await().atMost(SOON).until(() -> streams.isOpen(topic));
      SseItem large = new SseItem("2", "item", Map.of("text", "x".repeat(20_000)));

      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> {
            for (int i = 0; i < 50; i++) {
              streams.publish(topic, large);
            }
            return !streams.isOpen(topic);
          });
    }
  }

  @Test
  void neverLetsADeafClientHoldUpOrFailTheOneWhoPublishes() throws Exception {
    try (Socket deaf = new Socket("127.0.0.1", port)) {
      deaf.getOutputStream()
          .write(
              ("GET /api/v1/public/stream/" + topic + " HTTP/1.1\r\nHost: a\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      await().atMost(SOON).until(() -> streams.isOpen(topic));
      SseItem large = new SseItem("2", "item", Map.of("text", "x".repeat(20_000)));

      Duration slowest = Duration.ZERO;
      while (streams.isOpen(topic)) {
        long began = System.nanoTime();
        streams.publish(topic, large);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
      }

      // Far below the server's write time-out, which is how long the client's writer may hang.
      assertThat(slowest).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void worksWithACallersToken() throws Exception {
    Listener listener =
        listen("/api/v1/stream", "Authorization", "Bearer " + TestTokens.worker("13800138000"));

    await().atMost(SOON).until(() -> listener.items().contains("yours"));
  }

  @Test
  void asksForAToken() {
    problem(get("/api/v1/stream"), 401, "unauthorized");
  }

  @Test
  void answersWithAProblemWhenTheStateCannotBeRead() {
    problem(get("/api/v1/public/stream/broken"), 404, "not-found");
    assertThat(streams.isOpen("broken")).isFalse();
  }

  @Test
  void countsItsStreams() throws Exception {
    // Of the tests before, whose clients have hung up.
    await().atMost(SOON).until(() -> streams.connections() == 0);
    Listener listener = listen("/api/v1/public/stream/" + topic);
    await().atMost(SOON).until(() -> streams.connections() == 1);

    listener.close();

    await().atMost(SOON).until(() -> streams.connections() == 0);
  }

  private Listener listen(String path, String... headers) throws Exception {
    Listener listener = new Listener(path, headers);
    listeners.add(listener);
    return listener;
  }

  private final class Listener {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new ArrayList<>();
    private final HttpResponse<InputStream> response;
    private final Thread reader;

    Listener(String path, String... headers) throws Exception {
      response = client.send(request(path, headers).GET().build(), BodyHandlers.ofInputStream());
      reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
      try (BufferedReader in =
          new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          synchronized (lines) {
            lines.add(line);
          }
        }
      } catch (java.io.IOException e) {
        synchronized (lines) {
          lines.add(":hung up");
        }
      }
    }

    List<String> lines() {
      synchronized (lines) {
        return List.copyOf(lines);
      }
    }

    List<String> items() {
      return lines().stream()
          .filter(line -> line.startsWith("data:"))
          .map(line -> line.replaceAll("data:\\{\"text\":\"(.*)\"}", "$1"))
          .toList();
    }

    boolean isOver() {
      return !reader.isAlive();
    }

    void close() throws Exception {
      response.body().close();
      client.shutdownNow();
    }
  }
}
