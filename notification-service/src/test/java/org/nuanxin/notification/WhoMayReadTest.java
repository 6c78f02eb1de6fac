package org.nuanxin.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.events.EventType;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;

class WhoMayReadTest extends RunningService {

  private static final String MESSAGES = "/api/v1/me/messages";
  private static final String PHONE = "13800138000";

  @Autowired MongoDatabase database;

  @Nested
  class WithoutTheRight {

    static Stream<String> badTokens() {
      return Stream.of(
          "",
          "nonsense",
          TestTokens.forged(PHONE),
          TestTokens.ofUnknownKey(PHONE),
          TestTokens.expired(PHONE),
          TestTokens.ofOtherIssuer(PHONE),
          TestTokens.forOtherAudience(PHONE),
          TestTokens.unsigned(PHONE));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesWhoCannotProveWhoTheyAre(String token) {
      for (String path : List.of(MESSAGES, MESSAGES + "/stream")) {
        Answer answer = get(token, path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.contentType()).startsWith("application/problem+json");
      }
      assertThat(post(token, MESSAGES + "/x/read").status()).isEqualTo(401);
      assertThat(post(token, MESSAGES + "/read-all").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "WORKER", mode = EnumSource.Mode.EXCLUDE)
    void refusesOtherRoles(Role role) {
      assertThat(get(TestTokens.staff(role), MESSAGES).status()).isEqualTo(403);
    }

    @Test
    void showsNothingToTheSamePhoneOfAnotherFederation() {
      Worker worker = Worker.chinese();
      publish(worker.joined(2));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> get(worker.token(), MESSAGES).body().contains("MEMBER_JOINED"));

      assertThat(get(TestTokens.worker(worker.phone(), "460100"), MESSAGES).body())
          .isEqualTo("{\"items\":[],\"unread\":0,\"next\":null}");
    }

    @Test
    void knowsThePersonByTheTokenOfAnotherIssuer() {
      Worker worker = Worker.chinese();
      publish(worker.joined(2));

      await()
          .atMost(Duration.ofSeconds(60))
          .until(() ->
              get(TestTokens.workerOfOtherIssuer(worker.phone()), MESSAGES)
                  .body()
                  .contains("MEMBER_JOINED"));
    }

    @Test
    void showsNothingToWhoProvesNoPhone() {
      String token = TestTokens.with("someone", Map.of("roles", List.of("WORKER")));

      assertThat(get(token, MESSAGES).json().get("items")).isEmpty();
      assertThat(get(token, MESSAGES + "/stream").status()).isEqualTo(403);
    }

    @Test
    void closesWhatNobodyOpened() {
      String token = Worker.chinese().token();

      assertThat(get(token, "/api/v1/messages").status()).isEqualTo(403);
      assertThat(get(token, "/internal/v1/anything").status()).isEqualTo(403);
      assertThat(get(token, "/api/v1/ops/status").status()).isEqualTo(403);
    }
  }

  @Nested
  class WithBadInput {

    @ParameterizedTest
    @CsvSource({
      "limit=0, limit",
      "limit=101, limit",
      "limit=-1, limit",
      "limit=x, limit",
      "cursor=x, cursor",
      "cursor=%7B%22%24ne%22%3A1%7D, cursor",
      "cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, cursor",
    })
    void namesTheParameterThatIsWrong(String query, String field) {
      Answer answer = get(Worker.chinese().token(), MESSAGES + "?" + query);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"unknown", "%7B%22%24gt%22%3A%22%22%7D", "a%20b"})
    void findsNoMessageUnderAnIdItNeverGave(String id) {
      assertThat(post(Worker.chinese().token(), MESSAGES + "/" + id + "/read").status())
          .isEqualTo(404);
    }

    @Test
    void describesItsApiToEveryone() {
      assertThat(get("", "/v3/api-docs").json().get("paths").propertyNames())
          .contains(MESSAGES, MESSAGES + "/{id}/read", MESSAGES + "/stream");
    }
  }

  @Nested
  class WithPoisonInTheTopic {

    @Test
    void setsTheBadRecordAsideAndTellsEverybodyElse() {
      List<Worker> workers = Stream.generate(Worker::chinese).limit(60).toList();
      List<StoredEvent> events = new ArrayList<>();
      workers.forEach(worker -> events.add(worker.joined(2)));
      Worker bad = Worker.chinese();
      events.add(
          30,
          new StoredEvent(
              bad.memberId() + "-2",
              EventType.MEMBER_JOINED.type(),
              bad.memberId(),
              2,
              Worker.JOINED_AT,
              null,
              "{\"memberId\":"));
      events.add(
          45,
          new StoredEvent(
              bad.memberId() + "-3",
              EventType.MEMBER_JOINED.type(),
              bad.memberId(),
              3,
              Worker.JOINED_AT,
              null,
              "{\"memberId\":\"x\",\"joiningOrdinal\":1}"));
      publish(events.toArray(StoredEvent[]::new));

      workers.forEach(worker ->
          await()
              .atMost(Duration.ofSeconds(60))
              .until(() -> get(worker.token(), MESSAGES).body().contains("MEMBER_JOINED")));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() ->
              database
                      .getCollection("deadLetters")
                      .countDocuments(new Document("subject", bad.memberId()))
                  == 2);
    }
  }
}
