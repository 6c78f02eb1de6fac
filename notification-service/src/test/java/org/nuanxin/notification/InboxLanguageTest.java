package org.nuanxin.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Messages are read in the language of the request, and told in the person's. */
class InboxLanguageTest extends RunningService {

  private static final String MESSAGES = "/api/v1/me/messages";
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Worker worker = Worker.chinese();

  private Answer read(String accepted) {
    return send(
        request(worker.token(), MESSAGES).header("Accept-Language", accepted).GET().build());
  }

  private void hasTwoMessages() {
    publish(worker.joined(2), worker.issued("HEALTH_CHECK"));
    await().atMost(SOON).until(() -> items(read("*")).size() == 2);
  }

  private static JsonNode items(Answer answer) {
    return answer.json().get("items");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "en-GB", "fr, en;q=0.3, zh;q=0.1"})
  void isTheOneAskedFor(String accepted) {
    hasTwoMessages();

    Answer answer = read(accepted);

    assertThat(items(answer).findValuesAsString("language")).containsExactly("en", "en");
    assertThat(items(answer).get(0).get("title").asString())
        .isEqualTo("Your health check is ready");
    assertThat(answer.header("Content-Language")).isEqualTo("en");
    assertThat(answer.header("Vary")).contains("Accept-Language");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "fr", "zh-TW", "*, en;q=0.5"})
  void isThatOfTheMessageOtherwise(String accepted) {
    hasTwoMessages();

    Answer answer = read(accepted);

    assertThat(items(answer).findValuesAsString("language")).containsExactly("zh-CN", "zh-CN");
    assertThat(items(answer).get(0).get("title").asString()).contains("健康体检");
    assertThat(answer.header("Content-Language")).isEqualTo("zh-CN");
    assertThat(answer.header("Vary")).contains("Accept-Language");
  }

  @Test
  void isThatOfEachLiveInbox() throws Exception {
    List<String> english = new CopyOnWriteArrayList<>();
    List<String> own = new CopyOnWriteArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      Thread first = follow(client, "en", "en", english);
      Thread second = follow(client, "*", "", own);

      publish(worker.joined(2));
      await().atMost(SOON).until(() -> data(english).findAny().isPresent());
      await().atMost(SOON).until(() -> data(own).findAny().isPresent());
      publish(worker.issued("HEALTH_CHECK"));

      await().atMost(SOON).until(() -> holds(english, "Your health check is ready"));
      await().atMost(SOON).until(() -> holds(own, "健康体检"));
      assertThat(data(english)).allMatch(line -> line.contains("\"language\":\"en\""));
      assertThat(data(own)).allMatch(line -> line.contains("\"language\":\"zh-CN\""));
      client.shutdownNow();
      first.join(Duration.ofSeconds(5));
      second.join(Duration.ofSeconds(5));
    }
  }

  private static Stream<String> data(List<String> seen) {
    return seen.stream().filter(line -> line.startsWith("data:"));
  }

  private static boolean holds(List<String> seen, String words) {
    return data(seen).anyMatch(line -> line.contains(words));
  }

  private Thread follow(HttpClient client, String accepted, String answered, List<String> seen)
      throws Exception {
    HttpResponse<Stream<String>> response =
        client.send(
            request(worker.token(), MESSAGES + "/stream")
                .header("Accept", "text/event-stream")
                .header("Accept-Language", accepted)
                .build(),
            BodyHandlers.ofLines());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(response.headers().firstValue("Content-Language").orElse("")).isEqualTo(answered);
    assertThat(response.headers().allValues("Vary").toString()).contains("Accept-Language");
    return Thread.ofVirtual().start(() -> readUntilClosed(response.body(), seen));
  }

  private static void readUntilClosed(Stream<String> lines, List<String> seen) {
    try (lines) {
      lines.forEach(seen::add);
    } catch (UncheckedIOException e) {
      seen.add("closed");
    }
  }
}
