package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.EventType;
import org.nuanxin.events.MemberJoined;
import org.nuanxin.events.MemberLeft;
import org.nuanxin.events.Topics;
import org.nuanxin.kit.event.EventJson;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.kit.testing.TestKafka;
import org.nuanxin.membership.RunningService;
import org.nuanxin.membership.Worker;

class LeavingTest extends RunningService {

  private final Worker worker = Worker.somebody();

  @Test
  void stillAnswersAfterLeaving() {
    apply(worker);

    assertThat(post(worker.token(), "/api/v1/me/leave").status()).isEqualTo(202);
    assertThat(post(worker.token(), "/api/v1/me/leave").status()).isEqualTo(202);
    assertThat(get(worker.token(), "/api/v1/me").text("/state")).isEqualTo("LEFT");
  }

  @Test
  void hasNothingToLeaveBeforeJoining() {
    assertThat(post(worker.token(), "/api/v1/me/leave").status()).isEqualTo(404);
    apply(worker.token(), UUID.randomUUID().toString(), worker.forReview());
    assertThat(post(worker.token(), "/api/v1/me/leave").status()).isEqualTo(409);
  }

  @Test
  void countsTheJoiningsSoThatALateLeaveEndsTheRightOne() {
    Answer first = apply(worker);
    post(worker.token(), "/api/v1/me/leave");
    Answer again = apply(worker);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text("/memberId")).isEqualTo(first.text("/memberId"));
    assertThat(again.text("/membershipNumber")).isEqualTo(first.text("/membershipNumber"));
    List<ConsumerRecord<String, byte[]>> events =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> firstCopies(first.text("/memberId")), found -> found.size() == 5);
    assertThat(events)
        .extracting(event -> TestKafka.header(event, "ce_type"))
        .containsExactly(
            EventType.APPLICATION_SUBMITTED.type(),
            EventType.MEMBER_JOINED.type(),
            EventType.MEMBER_LEFT.type(),
            EventType.APPLICATION_SUBMITTED.type(),
            EventType.MEMBER_JOINED.type());
    assertThat(events)
        .extracting(event -> TestKafka.header(event, "ce_sequence"))
        .containsExactly("1", "2", "3", "4", "5");
    assertThat(EventJson.read(events.get(2).value(), MemberLeft.class).joiningOrdinal())
        .isEqualTo(1);
    assertThat(EventJson.read(events.get(4).value(), MemberJoined.class).joiningOrdinal())
        .isEqualTo(2);
  }

  /** Changes that follow each other closely send events again that were not yet cleared. */
  private static List<ConsumerRecord<String, byte[]>> firstCopies(String memberId) {
    Set<String> seen = new HashSet<>();
    return TestKafka.records(Topics.MEMBERSHIP, memberId).stream()
        .filter(event -> seen.add(TestKafka.header(event, "ce_id")))
        .toList();
  }

  @Test
  void keepsOldApplicationsBeyondTheBound() {
    String first = apply(worker).text("/id");
    for (int i = 0; i < Member.BOUND; i++) {
      post(worker.token(), "/api/v1/me/leave");
      assertThat(apply(worker).status()).isEqualTo(201);
    }

    assertThat(get(worker.token(), "/api/v1/me/applications").json().at("/items").size())
        .isEqualTo(Member.BOUND);
    assertThat(get(worker.token(), "/api/v1/applications/" + first).text("/state"))
        .isEqualTo("APPROVED");
  }

  @Test
  void boundsHowOftenSomebodyAppliesWithinAWeek() {
    apply(worker);
    for (int i = 1; i < Member.MOST_APPLICATIONS; i++) {
      post(worker.token(), "/api/v1/me/leave");
      assertThat(apply(worker).status()).isEqualTo(201);
    }
    post(worker.token(), "/api/v1/me/leave");

    assertThat(apply(worker).status()).isEqualTo(429);
  }

  @Test
  void takesANewPhoneOnlyWithItsToken() {
    apply(worker);
    Worker newPhone = Worker.somebody();
    Map<String, String> proved =
        Map.of("phone", newPhone.phone(), "newPhoneToken", newPhone.token());

    assertThat(
            put(
                    worker.token(),
                    "/api/v1/me/phone",
                    Map.of(
                        "phone", newPhone.phone(),
                        "newPhoneToken", Worker.somebody().token()))
                .errors())
        .containsExactly("newPhoneToken:PHONE_NOT_VERIFIED");
    assertThat(
            put(
                    worker.token(),
                    "/api/v1/me/phone",
                    Map.of(
                        "phone", newPhone.phone(),
                        "newPhoneToken", TestTokens.forged(newPhone.phone())))
                .errors())
        .containsExactly("newPhoneToken:PHONE_NOT_VERIFIED");
    assertThat(put(worker.token(), "/api/v1/me/phone", proved).status()).isEqualTo(204);
    assertThat(get(worker.token(), "/api/v1/me").status()).isEqualTo(404);
    assertThat(get(newPhone.token(), "/api/v1/me").text("/state")).isEqualTo("ACTIVE");
  }

  @Test
  void refusesAPhoneThatAnotherPersonHas() {
    apply(worker);
    Worker other = Worker.somebody();
    apply(other);

    assertThat(
            put(
                    worker.token(),
                    "/api/v1/me/phone",
                    Map.of("phone", other.phone(), "newPhoneToken", other.token()))
                .status())
        .isEqualTo(409);
  }

  @Test
  void givesContactsToServicesOnly() {
    String member = apply(worker).text("/memberId");
    Map<String, Object> body = Map.of("memberIds", List.of(member, "nobody"));
    String service = TestTokens.with("notification-service", Map.of("roles", List.of("SERVICE")));

    Answer answer = post(service, "/internal/v1/contacts", body);

    assertThat(answer.json().at("/items").size()).isEqualTo(1);
    assertThat(answer.text("/items/0/phone")).isEqualTo("+86" + worker.phone());
    assertThat(answer.text("/items/0/language")).isEqualTo("zh-CN");
    assertThat(
            post(TestTokens.staff(Role.FEDERATION_ADMIN), "/internal/v1/contacts", body).status())
        .isEqualTo(403);
    assertThat(post(service, "/internal/v1/contacts", Map.of("memberIds", List.of())).status())
        .isEqualTo(400);
  }

  @Test
  void showsStaffAMemberMasked() {
    String member = apply(worker).text("/memberId");

    Answer answer = get(TestTokens.staff(Role.UNION_ADMIN, "460200"), "/api/v1/members/" + member);

    assertThat(answer.text("/name")).isEqualTo("符**");
    assertThat(
            get(TestTokens.staff(Role.UNION_ADMIN, "460205"), "/api/v1/members/" + member).status())
        .isEqualTo(404);
  }
}
