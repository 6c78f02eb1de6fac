package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.membership.RunningService;
import org.nuanxin.membership.Worker;

/** A person reads what is theirs in the language of the request, and is written to in their own. */
class OwnLanguageTest extends RunningService {

  private static final String ENGLISH = "Sanya Express Delivery Industry Union";
  private static final String CHINESE = "三亚市快递行业工会联合会";
  private static final Map<String, String> UNIONS =
      Map.of(
          "/api/v1/me", "/union/name",
          "/api/v1/me/record", "/union/name",
          "/api/v1/me/applications", "/items/0/union/name");
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Worker worker = Worker.somebody();

  private Answer read(String path, String accepted) {
    return send(request(worker.token(), path).header("Accept-Language", accepted).GET().build());
  }

  private static void assertIn(String language, Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Language")).isEqualTo(language);
    assertThat(answer.response().headers().allValues("Vary"))
        .anyMatch(vary -> vary.contains("Accept-Language"));
  }

  private String titles(Answer timeline) {
    return timeline.json().at("/items").findValuesAsString("title").toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "en-GB, zh-CN;q=0.5", "fr, en;q=0.1"})
  void isReadAsTheRequestAsksFor(String accepted) {
    apply(worker);

    UNIONS.forEach((path, name) -> {
      Answer answer = read(path, accepted);
      assertIn("en", answer);
      assertThat(answer.text(name)).as(path).isEqualTo(ENGLISH);
    });
    assertThat(read("/api/v1/me/applications", accepted).text("/items/0/union/reason"))
        .contains(ENGLISH);
    Answer timeline = read("/api/v1/me/timeline", accepted);
    assertIn("en", timeline);
    assertThat(titles(timeline)).contains("You are a union member").doesNotContain("工会");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "fr", "zh", "zh-TW;q=0.2"})
  void isThePersonsOwnOtherwise(String accepted) {
    apply(worker);

    UNIONS.forEach((path, name) -> {
      Answer answer = read(path, accepted);
      assertIn("zh-CN", answer);
      assertThat(answer.text(name)).as(path).isEqualTo(CHINESE);
    });
    Answer timeline = get(worker.token(), "/api/v1/me/timeline");
    assertIn("zh-CN", timeline);
    assertThat(titles(timeline)).contains("已成为工会会员");
  }

  @Test
  void isReadInChineseByWhoAppliedInEnglish() {
    apply(worker.token(), UUID.randomUUID().toString(), worker.with("language", "en"));

    assertThat(get(worker.token(), "/api/v1/me").text("/union/name")).isEqualTo(ENGLISH);
    assertThat(read("/api/v1/me", "zh-CN").text("/union/name")).isEqualTo(CHINESE);
    assertThat(titles(read("/api/v1/me/timeline", "zh-CN"))).contains("已成为工会会员");
  }

  @Test
  void isNotChangedByReading() {
    String member = apply(worker).text("/memberId");

    assertThat(read("/api/v1/me", "en").text("/language")).isEqualTo("zh-CN");
    assertThat(read("/api/v1/me/record", "en").text("/language")).isEqualTo("zh-CN");
    assertThat(read("/api/v1/me/record", "en").header("Cache-Control")).isEqualTo("no-store");
    assertThat(
            post(
                    TestTokens.staff(Role.SERVICE),
                    "/internal/v1/contacts",
                    Map.of("memberIds", List.of(member)))
                .text("/items/0/language"))
        .isEqualTo("zh-CN");
  }

  @Test
  void isNoneWhereThereIsNothingToRead() {
    for (String path : List.of("/api/v1/me/applications", "/api/v1/me/timeline")) {
      Answer answer = read(path, "en");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Language")).isEmpty();
    }
    assertThat(read("/api/v1/me", "en").status()).isEqualTo(404);
  }

  @Test
  void isThatOfEachLiveTimeline() throws Exception {
    List<String> english = new CopyOnWriteArrayList<>();
    List<String> own = new CopyOnWriteArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      Thread first = follow(client, "en-US,en;q=0.9", "en", english);
      Thread second = follow(client, "*", "", own);

      apply(worker);

      await().atMost(SOON).until(() -> holds(english, "You are a union member"));
      await().atMost(SOON).until(() -> holds(own, "已成为工会会员"));
      post(worker.token(), "/api/v1/me/leave");
      await().atMost(SOON).until(() -> holds(english, "You left the union"));
      await().atMost(SOON).until(() -> holds(own, "已退会"));
      assertThat(holds(english, "已成为工会会员")).isFalse();
      assertThat(holds(own, "You are a union member")).isFalse();
      client.shutdownNow();
      first.join(Duration.ofSeconds(5));
      second.join(Duration.ofSeconds(5));
    }
  }

  private static boolean holds(List<String> seen, String words) {
    return seen.stream().anyMatch(line -> line.contains(words));
  }

  private Thread follow(HttpClient client, String accepted, String answered, List<String> seen)
      throws IOException, InterruptedException {
    HttpResponse<Stream<String>> response =
        client.send(
            request(worker.token(), "/api/v1/me/timeline/stream")
                .header("Accept-Language", accepted)
                .GET()
                .build(),
            BodyHandlers.ofLines());
    assertThat(response.statusCode()).isEqualTo(200);
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
