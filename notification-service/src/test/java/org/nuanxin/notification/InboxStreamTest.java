package org.nuanxin.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InboxStreamTest extends RunningService {

  private static final String STREAM = "/api/v1/me/messages/stream";
  private static final Duration SOON = Duration.ofSeconds(60);

  @Autowired MongoDatabase database;

  @Test
  void showsWhatThereIsAndThenWhatComes() throws Exception {
    Worker worker = Worker.chinese();
    publish(worker.joined(2));
    await()
        .atMost(SOON)
        .until(() -> get(worker.token(), "/api/v1/me/messages").body().contains("MEMBER_JOINED"));
    try (Stream<String> lines = open(worker)) {
      List<String> seen = follow(lines);
      await().atMost(SOON).until(() -> data(seen).anyMatch(line -> line.contains("MEMBER_JOINED")));

      publish(worker.issued("HEALTH_CHECK"));
      await().atMost(SOON).until(() -> data(seen).anyMatch(line -> line.contains("健康体检已到账")));

      String id =
          get(worker.token(), "/api/v1/me/messages")
              .json()
              .get("items")
              .get(0)
              .get("id")
              .asString();
      post(worker.token(), "/api/v1/me/messages/" + id + "/read");
      await()
          .atMost(SOON)
          .until(() ->
              data(seen).anyMatch(line -> line.contains(id) && line.contains("\"read\":true")));
      assertThat(seen).contains("id:" + id, "event:message");
    }
  }

  @Test
  void goesOnAfterAMessageOfTheNextVersion() throws Exception {
    Worker worker = Worker.english();
    publish(worker.joined(2));
    try (Stream<String> lines = open(worker)) {
      List<String> seen = follow(lines);
      await().atMost(SOON).until(() -> data(seen).anyMatch(line -> line.contains("MEMBER_JOINED")));

      database
          .getCollection("messages")
          .insertOne(
              new Document("_id", worker.memberId() + ".of-tomorrow")
                  .append("f", Worker.FEDERATION)
                  .append("m", worker.memberId())
                  .append("at", Worker.JOINED_AT)
                  .append("k", "OF_TOMORROW")
                  .append("l", "en")
                  .append("p", new Document()));
      publish(worker.issued("HEALTH_CHECK"));

      await().atMost(SOON).until(() -> data(seen).anyMatch(line -> line.contains("GRANT_ISSUED")));
    }
  }

  @Test
  void opensTheChangeStreamAgainAfterADocumentThatCannotBeRead() throws Exception {
    Worker worker = Worker.english();
    publish(worker.joined(2));
    try (Stream<String> lines = open(worker)) {
      List<String> seen = follow(lines);
      await().atMost(SOON).until(() -> data(seen).anyMatch(line -> line.contains("MEMBER_JOINED")));

      database
          .getCollection("messages")
          .insertOne(new Document("_id", "damaged").append("m", "nobody").append("k", 7));
      publish(worker.issued("HEALTH_CHECK"));

      await().atMost(SOON).until(() -> data(seen).anyMatch(line -> line.contains("GRANT_ISSUED")));
    }
  }

  @Test
  void showsSomebodyNewFromTheFirstMessageOn() throws Exception {
    Worker worker = Worker.english();
    try (Stream<String> lines = open(worker)) {
      List<String> seen = follow(lines);

      publish(worker.issued("WELCOME_GIFT"), worker.joined(2));

      await().atMost(SOON).until(() -> data(seen).anyMatch(line -> line.contains("MEMBER_JOINED")));
      await().atMost(SOON).until(() -> data(seen).anyMatch(line -> line.contains("GRANT_ISSUED")));
    }
  }

  @Test
  void staysSilentAboutOthersAndAboutAnInboxThatMovedToAnotherPhone() throws Exception {
    Worker worker = Worker.chinese();
    Worker moved = new Worker(worker.memberId(), Worker.newPhone(), "zh-CN");
    publish(worker.joined(2));
    try (Stream<String> before = open(worker);
        Stream<String> after = open(moved)) {
      List<String> seenBefore = follow(before);
      List<String> seenAfter = follow(after);
      await().atMost(SOON).until(() -> data(seenBefore).findAny().isPresent());

      publish(worker.phoneChanged(3, moved.phone()));
      await().atMost(SOON).until(() -> data(seenAfter).findAny().isPresent());
      publish(worker.issued("HEALTH_CHECK"));
      await()
          .atMost(SOON)
          .until(() -> data(seenAfter).anyMatch(line -> line.contains("GRANT_ISSUED")));

      assertThat(data(seenBefore)).noneMatch(line -> line.contains("GRANT_ISSUED"));
    }
  }

  @Test
  void keepsASilentStreamAliveWithComments() throws Exception {
    try (Stream<String> lines = open(Worker.chinese())) {
      List<String> seen = follow(lines);

      await()
          .atMost(SOON)
          .until(() -> seen.stream().filter(line -> line.startsWith(":")).count() >= 3);
      assertThat(data(seen)).isEmpty();
    }
  }

  @Test
  void needsAToken() {
    assertThat(get("", STREAM).status()).isEqualTo(401);
  }

  private static Stream<String> data(List<String> seen) {
    return seen.stream().filter(line -> line.startsWith("data:"));
  }

  private Stream<String> open(Worker worker) throws IOException, InterruptedException {
    HttpResponse<Stream<String>> response =
        HttpClient.newHttpClient()
            .send(
                request(worker.token(), STREAM).header("Accept", "text/event-stream").build(),
                BodyHandlers.ofLines());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    return response.body();
  }

  private static List<String> follow(Stream<String> lines) {
    List<String> seen = new CopyOnWriteArrayList<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            lines.forEach(seen::add);
          } catch (java.io.UncheckedIOException closed) {
            // The test is over.
            Thread.currentThread().interrupt();
          }
        });
    return seen;
  }
}
