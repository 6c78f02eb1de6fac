package org.nuanxin.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.event.StoredEvent;
import tools.jackson.databind.JsonNode;

class InboxJourneyTest extends RunningService {

  private static final String MESSAGES = "/api/v1/me/messages";
  private static final Duration SOON = Duration.ofSeconds(60);

  @Nested
  class WhenAWorkerJoins {

    @Test
    void welcomesAndNamesEveryBenefitInTheWorkersLanguage() {
      Worker worker = Worker.chinese();
      publish(
          worker.joined(2),
          worker.issued("ACCIDENT_INSURANCE"),
          worker.issued("HEALTH_CHECK"),
          worker.issued("WELCOME_GIFT"));

      Answer answer = inboxOf(worker, 4);

      assertThat(answer.kinds())
          .containsExactly("GRANT_ISSUED", "GRANT_ISSUED", "GRANT_ISSUED", "MEMBER_JOINED");
      assertThat(bodies(answer))
          .anyMatch(body ->
              body.contains("意外伤害保险")
                  && body.contains("REF-ACCIDENT_INSURANCE")
                  && body.contains("有效期至2027年11月24日00:00。"))
          .anyMatch(body -> body.contains("健康体检"))
          .anyMatch(body -> body.contains("入会礼包"))
          .anyMatch(body -> body.contains("三亚市快递行业工会联合会") && body.contains("460200-2026-0000123"));
      assertThat(answer.json().get("unread").asInt()).isEqualTo(4);
      assertThat(answer.json().get("next").isNull()).isTrue();
    }

    @Test
    void writesEnglishToWhoReadsEnglish() {
      Worker worker = Worker.english();
      publish(worker.joined(2), worker.issued("HEALTH_CHECK"));

      Answer answer = inboxOf(worker, 2);

      JsonNode newest = answer.json().get("items").get(0);
      assertThat(newest.get("title").asString()).isEqualTo("Your health check is ready");
      assertThat(newest.get("language").asString()).isEqualTo("en");
      assertThat(newest.get("at").asString()).isEqualTo(Worker.JOINED_AT.plusSeconds(1).toString());
      assertThat(newest.get("read").asBoolean()).isFalse();
    }
  }

  @Nested
  class WhenEventsComeAgainOrOutOfOrder {

    @Test
    void writesOneMessageHoweverOftenTheEventIsDelivered() {
      Worker worker = Worker.chinese();
      for (int i = 0; i < 10; i++) {
        publish(worker.joined(2), worker.issued("HEALTH_CHECK"));
      }
      Worker last = Worker.chinese();
      publish(last.joined(2));
      publish(worker.issued("WELCOME_GIFT"));

      inboxOf(last, 1);
      Answer answer = inboxOf(worker, 3);

      assertThat(answer.kinds())
          .containsExactlyInAnyOrder("GRANT_ISSUED", "GRANT_ISSUED", "MEMBER_JOINED");
    }

    @Test
    void keepsAGrantsMessageUntilTheJoiningSaysWhoseItIs() {
      Worker worker = Worker.chinese();
      publish(worker.issued("HEALTH_CHECK"));
      Worker witness = Worker.chinese();
      publish(witness.joined(1), witness.issued("HEALTH_CHECK"));
      inboxOf(witness, 2);
      assertThat(get(worker.token(), MESSAGES).body())
          .isEqualTo("{\"items\":[],\"unread\":0,\"next\":null}");

      publish(worker.joined(2));

      assertThat(inboxOf(worker, 2).kinds()).containsExactly("GRANT_ISSUED", "MEMBER_JOINED");
    }

    @Test
    void doesNotUndoANewerPhoneWithALateEvent() {
      Worker worker = Worker.chinese();
      Worker withNewPhone = new Worker(worker.memberId(), Worker.newPhone(), "zh-CN");
      List<StoredEvent> events =
          new ArrayList<>(
              List.of(
                  worker.submittedForReview(1),
                  worker.joined(2),
                  worker.phoneChanged(3, withNewPhone.phone())));
      Collections.shuffle(events, new Random(7));
      events.forEach(event -> publish(event));
      events.forEach(event -> publish(event));

      inboxOf(withNewPhone, 2);

      await()
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(get(worker.token(), MESSAGES).json().get("items")).isEmpty());
    }
  }

  @Nested
  class WhenMessagesAreRead {

    @Test
    void countsDownAndStaysReadOnReDelivery() {
      Worker worker = Worker.chinese();
      publish(worker.joined(2), worker.issued("HEALTH_CHECK"));
      String id = inboxOf(worker, 2).json().get("items").get(0).get("id").asString();

      assertThat(post(worker.token(), MESSAGES + "/" + id + "/read").status()).isEqualTo(204);
      assertThat(post(worker.token(), MESSAGES + "/" + id + "/read").status()).isEqualTo(204);
      publish(worker.issued("HEALTH_CHECK"), worker.issued("WELCOME_GIFT"));

      Answer answer = inboxOf(worker, 3);
      assertThat(answer.json().get("unread").asInt()).isEqualTo(2);
      assertThat(post(worker.token(), MESSAGES + "/read-all").status()).isEqualTo(204);
      assertThat(inboxOf(worker, 3).json().get("unread").asInt()).isZero();
    }

    @Test
    void hidesAnothersMessage() {
      Worker worker = Worker.chinese();
      Worker other = Worker.chinese();
      publish(worker.joined(2), other.joined(2));
      String id = inboxOf(worker, 1).json().get("items").get(0).get("id").asString();
      inboxOf(other, 1);

      assertThat(post(other.token(), MESSAGES + "/" + id + "/read").status()).isEqualTo(404);
      assertThat(inboxOf(worker, 1).json().get("unread").asInt()).isEqualTo(1);
    }

    @Test
    void pagesFromTheNewestToTheOldest() {
      Worker worker = Worker.chinese();
      publish(
          worker.submittedForReview(1),
          worker.returned(2, "单位名称与营业执照不一致"),
          worker.joined(3),
          worker.issued("HEALTH_CHECK"));
      inboxOf(worker, 4);

      Answer first = get(worker.token(), MESSAGES + "?limit=3");
      String next = first.json().get("next").asString();
      Answer second = get(worker.token(), MESSAGES + "?limit=3&cursor=" + next);

      assertThat(first.kinds())
          .containsExactly("GRANT_ISSUED", "MEMBER_JOINED", "APPLICATION_RETURNED");
      assertThat(second.kinds()).containsExactly("APPLICATION_RECEIVED");
      assertThat(second.json().get("next").isNull()).isTrue();
    }
  }

  private Answer inboxOf(Worker worker, int messages) {
    return await()
        .atMost(SOON)
        .until(
            () -> get(worker.token(), MESSAGES),
            answer -> answer.status() == 200 && answer.json().get("items").size() == messages);
  }

  private static List<String> bodies(Answer answer) {
    return answer
        .json()
        .get("items")
        .valueStream()
        .map(item -> item.get("body").asString())
        .toList();
  }
}
