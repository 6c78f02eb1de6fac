package org.nuanxin.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class SmsJourneyTest extends RunningService {

  private static final Duration SOON = Duration.ofSeconds(60);

  @Autowired MongoDatabase database;

  @AfterEach
  void everybodyIsWell() {
    MEMBERSHIP.comeBack();
    send(HttpRequest.newBuilder(URI.create(SANDBOX.url() + "/faults/sms")).DELETE().build());
  }

  @Nested
  class WhenAllIsWell {

    @Test
    void sendsAWelcomeAndNothingForAGrant() {
      Worker worker = known(Worker.chinese());
      publish(worker.issued("HEALTH_CHECK"), worker.joined(2));

      awaitState(worker, "SENT");

      assertThat(received(worker)).hasSize(1);
      JsonNode sms = received(worker).getFirst();
      assertThat(sms.get("text").asString()).startsWith("【暖新】").contains("460200-2026-0000123");
      assertThat(sms.get("template").asString()).isEqualTo("MEMBER_JOINED");
      assertThat(sms.get("params").get("number").asString()).isEqualTo("460200-2026-0000123");
      assertThat(pendingFields(worker)).doesNotContain("q", "n", "u", "c");
    }

    @Test
    void sendsOnceHoweverOftenTheEventIsDelivered() {
      Worker worker = known(Worker.english());
      for (int i = 0; i < 10; i++) {
        publish(worker.joined(2));
      }
      awaitState(worker, "SENT");
      publish(worker.joined(2));
      Worker later = known(Worker.english());
      publish(later.joined(2));
      awaitState(later, "SENT");

      assertThat(received(worker)).hasSize(1);
      assertThat(received(worker).getFirst().get("text").asString()).startsWith("Nuanxin: Welcome");
    }

    @Test
    void keepsAReviewersWordsFromTheProvider() {
      Worker worker = known(Worker.chinese());
      publish(worker.submittedForReview(1), worker.returned(2, "personal words"));

      await().atMost(SOON).until(() -> received(worker).size() == 1);

      JsonNode sms = received(worker).getFirst();
      assertThat(sms.get("params").propertyNames()).containsExactly("fields");
      assertThat(sms.toString()).doesNotContain("personal words");
    }

    @Test
    void asksForAFreshTokenWhenTheOldOneIsRefused() {
      Worker before = known(Worker.chinese());
      publish(before.joined(2));
      awaitState(before, "SENT");
      MEMBERSHIP.forgetTokens();
      Worker after = known(Worker.chinese());
      publish(after.joined(2));

      awaitState(after, "SENT");
    }
  }

  @Nested
  class WhenTheProviderIsInTrouble {

    @Test
    void keepsTheInboxGoingAndSendsWhenItIsBack() {
      fault("{\"down\":true}");
      List<Worker> workers = Stream.generate(() -> known(Worker.chinese())).limit(30).toList();
      workers.forEach(worker -> publish(worker.joined(2)));

      workers.forEach(worker -> awaitInbox(worker));
      assertThat(workers).allSatisfy(worker -> assertThat(state(worker)).isEqualTo("PENDING"));
      fault("{}");

      workers.forEach(worker -> awaitSentInAHurry(worker));
      assertThat(workers).allSatisfy(worker -> assertThat(received(worker)).hasSize(1));
    }

    @Test
    void tellsOperatorsThatItIsDownAndHowManyWait() {
      assertThat(row().at("/providers/0/name").asString()).isEqualTo("sms");
      fault("{\"down\":true}");
      List<Worker> workers = Stream.generate(() -> known(Worker.chinese())).limit(8).toList();
      workers.forEach(worker -> publish(worker.joined(2)));

      await()
          .atMost(SOON)
          .untilAsserted(() -> {
            hurryUp();
            assertThat(row().at("/providers/0/state").asString()).isEqualTo("DOWN");
            assertThat(row().get("waiting").asLong()).isGreaterThanOrEqualTo(8);
          });
      fault("{}");

      workers.forEach(worker -> awaitSentInAHurry(worker));
      await().atMost(SOON).until(() -> row().get("waiting").asLong() == 0);
    }

    @Test
    void asksByTheKeyAfterALostAnswerAndDoesNotSendTwice() {
      fault("{\"failAfterEffectRate\":1.0}");
      List<Worker> workers = Stream.generate(() -> known(Worker.chinese())).limit(4).toList();
      long sendsBefore = repeated();
      workers.forEach(worker -> publish(worker.joined(2)));
      workers.forEach(worker -> await().atMost(SOON).until(() -> received(worker).size() == 1));
      await().atMost(SOON).until(() -> workers.stream().anyMatch(worker -> attempts(worker) > 0));
      fault("{}");

      workers.forEach(worker -> awaitSentInAHurry(worker));

      assertThat(workers).allSatisfy(worker -> assertThat(received(worker)).hasSize(1));
      assertThat(repeated()).isEqualTo(sendsBefore);
    }

    @Test
    void asksByTheKeyAfterATimeOut() {
      fault("{\"latencyMs\":900}");
      Worker worker = known(Worker.chinese());
      publish(worker.joined(2));
      await().atMost(SOON).until(() -> received(worker).size() == 1);
      fault("{}");

      awaitSentInAHurry(worker);

      assertThat(received(worker)).hasSize(1);
    }
  }

  @Nested
  class WhenMembershipIsAway {

    @Test
    void keepsTheInboxGoingAndSendsWhenItIsBack() {
      MEMBERSHIP.goDown();
      Worker worker = known(Worker.chinese());
      publish(worker.joined(2));
      awaitInbox(worker);
      assertThat(received(worker)).isEmpty();

      MEMBERSHIP.comeBack();

      awaitState(worker, "SENT");
      assertThat(received(worker)).hasSize(1);
    }

    @Test
    void givesUpOnWhoHasNoPhone() {
      Worker nobody = Worker.chinese();
      publish(nobody.joined(2));

      awaitState(nobody, "FAILED");
    }
  }

  @Nested
  class WhenTheMessageIsOld {

    @Test
    void sendsNoWelcomeFromTheDayBeforeYesterday() {
      Worker worker = known(Worker.chinese());
      publish(worker.joined(2, Instant.now().minus(25, ChronoUnit.HOURS)));

      awaitState(worker, "EXPIRED");

      assertThat(received(worker)).isEmpty();
      awaitInbox(worker);
    }
  }

  /** The row that the gateway adds to the operators' live picture. */
  private JsonNode row() {
    return get(TestTokens.staff(Role.OPS), "/api/v1/ops/status").json().at("/items/0");
  }

  private static Worker known(Worker worker) {
    MEMBERSHIP.add(worker);
    return worker;
  }

  private void awaitInbox(Worker worker) {
    await()
        .atMost(SOON)
        .until(() -> get(worker.token(), "/api/v1/me/messages").kinds().contains("MEMBER_JOINED"));
  }

  private void awaitState(Worker worker, String state) {
    await().atMost(SOON).until(() -> state.equals(state(worker)));
  }

  private String state(Worker worker) {
    Document message = welcome(worker);
    return message == null ? "" : message.getString("sms");
  }

  private int attempts(Worker worker) {
    Document message = welcome(worker);
    return message == null ? 0 : message.getInteger("n", 0);
  }

  private List<String> pendingFields(Worker worker) {
    return List.copyOf(welcome(worker).keySet());
  }

  private Document welcome(Worker worker) {
    return database
        .getCollection("messages")
        .find(new Document("m", worker.memberId()).append("k", "MEMBER_JOINED"))
        .first();
  }

  /** Again and again, for what was in hand is postponed a moment later. */
  private void awaitSentInAHurry(Worker worker) {
    await()
        .atMost(SOON)
        .until(() -> {
          hurryUp();
          return "SENT".equals(state(worker));
        });
  }

  /** Makes what was postponed due at once, as if the time had passed; not what is in hand. */
  private void hurryUp() {
    database
        .getCollection("messages")
        .updateMany(
            new Document("q", new Document("$exists", true))
                .append("c", new Document("$exists", false)),
            new Document("$set", new Document("q", Instant.now())));
  }

  private List<JsonNode> received(Worker worker) {
    String phone = URLEncoder.encode(worker.phone(), StandardCharsets.UTF_8);
    return send(HttpRequest.newBuilder(URI.create(SANDBOX.url() + "/sms?phone=" + phone)).build())
        .json()
        .get("items")
        .valueStream()
        .toList();
  }

  private long repeated() {
    return send(HttpRequest.newBuilder(URI.create(SANDBOX.url() + "/ledger")).build())
        .json()
        .get("sms")
        .get("repeated")
        .asLong();
  }

  private void fault(String faults) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(SANDBOX.url() + "/faults/sms"))
            .PUT(BodyPublishers.ofString(faults))
            .build();
    assertThat(send(request).status()).isEqualTo(200);
  }
}
