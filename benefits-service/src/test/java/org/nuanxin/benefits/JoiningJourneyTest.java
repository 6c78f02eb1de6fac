package org.nuanxin.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nuanxin.benefits.testing.RunningService;
import org.nuanxin.benefits.testing.TestMember;
import org.nuanxin.benefits.testing.TestSandbox;
import org.nuanxin.benefits.testing.TestTopic;
import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import tools.jackson.databind.JsonNode;

/** A worker joins, and the welcome package follows: the service on real parts. */
class JoiningJourneyTest {

  private static final TestSandbox SANDBOX = TestSandbox.start();
  private static final TestTopic TOPIC = new TestTopic();
  private static RunningService service;

  @BeforeAll
  static void start() {
    service =
        RunningService.start(
            RunningService.freshDatabase(),
            "benefits-service-1",
            SANDBOX,
            Map.of("nuanxin.benefits.seed.packs", "2000", "nuanxin.benefits.seed.codes", "2000"));
  }

  @AfterAll
  static void stop() {
    service.close();
    TOPIC.close();
    SANDBOX.close();
  }

  @AfterEach
  void heal() {
    SANDBOX.heal("insurer");
    SANDBOX.heal("clinic");
  }

  private static List<JsonNode> grants(TestMember member) {
    var answer = service.get("/api/v1/me/grants", member.token());
    assertThat(answer.status()).isEqualTo(200);
    return List.copyOf(answer.body().get("items").values());
  }

  private static String contents(TestMember member, String accepted) {
    return service
        .call("GET", "/api/v1/me/grants", member.token(), Map.of("Accept-Language", accepted), "")
        .body()
        .get("items")
        .valueStream()
        .map(grant -> grant.get("contents").toString())
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static void awaitStates(TestMember member, String... states) {
    await()
        .pollDelay(Duration.ZERO)
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(grants(member))
                .extracting(grant -> grant.get("state").asString())
                .containsExactly(states));
  }

  private static void awaitSaid(TestMember member, String... types) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(TestTopic.typesOf(member, e -> true)).containsExactlyInAnyOrder(types));
  }

  @Nested
  class Joining {

    @Test
    void issuesTheThreeGrantsAndTellsSo() {
      TestMember member = TestMember.someone();

      TOPIC.send(member.joins());

      awaitStates(member, "ISSUED", "ISSUED", "ISSUED");
      assertThat(grants(member))
          .extracting(grant -> grant.get("programme").asString())
          .containsExactly("ACCIDENT_INSURANCE", "HEALTH_CHECK", "WELCOME_GIFT");
      assertThat(grants(member))
          .allSatisfy(grant -> {
            assertThat(grant.get("reference").asString()).isNotBlank();
            assertThat(grant.get("issuedAt").asString()).endsWith("Z");
            assertThat(grant.get("contents").isEmpty()).isFalse();
            assertThat(grant.get("reason").isNull()).isTrue();
          });
      assertThat(contents(member, "en-GB, zh;q=0.5"))
          .isEqualTo(
              "[[\"Accident insurance for one year\"],[\"One health check\"],"
                  + "[\"One welcome pack\",\"One film ticket\"]]");
      assertThat(contents(member, "fr"))
          .isEqualTo("[[\"意外伤害保险一年\"],[\"健康体检一次\"],[\"入会暖心礼包一份\",\"电影票一张\"]]");
      assertThat(SANDBOX.policies(member.id())).hasSize(1);
      assertThat(SANDBOX.entitlements(member.id())).hasSize(1);
      awaitSaid(member, "GRANT_ISSUED", "GRANT_ISSUED", "GRANT_ISSUED");
    }

    @Test
    void issuesOneGrantHoweverOftenTheEventIsDelivered() {
      TestMember member = TestMember.someone();
      StoredEvent joined = member.joins();

      IntStream.range(0, 10).forEach(i -> TOPIC.send(joined));

      awaitStates(member, "ISSUED", "ISSUED", "ISSUED");
      awaitSaid(member, "GRANT_ISSUED", "GRANT_ISSUED", "GRANT_ISSUED");
      assertThat(SANDBOX.policies(member.id())).hasSize(1);
    }

    @Test
    void stopsNobodyForOneRecordThatCannotBeRead() {
      TestMember bad = TestMember.someone();
      List<TestMember> others =
          IntStream.range(0, 250).mapToObj(i -> TestMember.someone()).toList();
      List<StoredEvent> joins = new ArrayList<>(others.stream().map(TestMember::joins).toList());

      TOPIC.send(joins.subList(0, 120));
      TOPIC.sendPoison(bad);
      TOPIC.sendNonsense(bad.id());
      TOPIC.send(joins.subList(120, 250));

      others.forEach(member -> awaitStates(member, "ISSUED", "ISSUED", "ISSUED"));
      assertThat(grants(bad)).isEmpty();
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() ->
              assertThat(
                      service
                          .get("/api/v1/ops/dead-letters", TestTokens.staff(Role.OPS))
                          .body()
                          .get("items")
                          .values())
                  .extracting(letter -> letter.get("memberId").asString())
                  .contains(bad.id(), bad.id(), bad.id(), bad.id(), bad.id(), bad.id()));
    }

    @Test
    void letsTheGrantsFollowANewPhone() {
      TestMember member = TestMember.someone();
      TestMember other = TestMember.someone();

      TOPIC.send(member.joins(), member.takesPhoneOf(other, 3));

      awaitStates(other, "ISSUED", "ISSUED", "ISSUED");
      assertThat(grants(member)).isEmpty();
    }
  }

  @Nested
  class Leaving {

    @Test
    void cancelsWhatIsUnusedAndSurrendersThePolicy() {
      TestMember member = TestMember.someone();
      TOPIC.send(member.joins());
      awaitStates(member, "ISSUED", "ISSUED", "ISSUED");

      TOPIC.send(member.leaves(1, 3));

      awaitStates(member, "CANCELLED", "CANCELLED", "CANCELLED");
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> {
            assertThat(SANDBOX.policies(member.id()).getFirst().get("cancelledAt").isNull())
                .isFalse();
            assertThat(SANDBOX.entitlements(member.id()).getFirst().get("cancelledAt").isNull())
                .isFalse();
          });
      awaitSaid(
          member,
          "GRANT_ISSUED",
          "GRANT_ISSUED",
          "GRANT_ISSUED",
          "GRANT_CANCELLED",
          "GRANT_CANCELLED",
          "GRANT_CANCELLED");
    }

    @Test
    void givesNothingWhereTheLeaveComesFirst() {
      TestMember member = TestMember.someone();

      TOPIC.send(member.leaves(1, 3));
      awaitStates(member, "CANCELLED", "CANCELLED", "CANCELLED");
      TOPIC.send(member.joins());

      // The joining is answered with the frozen end, a second time.
      await().atMost(Duration.ofSeconds(60)).until(() -> TestTopic.saidOf(member).size() >= 6);
      awaitSaid(member, "GRANT_CANCELLED", "GRANT_CANCELLED", "GRANT_CANCELLED");
      awaitStates(member, "CANCELLED", "CANCELLED", "CANCELLED");
    }

    @Test
    void insuresAgainButGivesNoSecondGiftWhereTheMemberComesBack() {
      TestMember member = TestMember.someone();

      TOPIC.send(member.joins(), member.leaves(1, 3), member.joins(2, 5));

      awaitStates(member, "CANCELLED", "ISSUED", "CANCELLED", "CANCELLED");
      assertThat(grants(member).get(1).get("id").asString())
          .isEqualTo(member.grant("ACCIDENT_INSURANCE", "2"));
    }
  }

  @Nested
  class WhileTheInsurerIsDown {

    @Test
    void giftAndHealthCheckGoOnAndNoInsuranceIsLost() {
      int before = SANDBOX.ledger("insurer").get("calls").asInt();
      SANDBOX.faults("insurer", "{\"down\": true}");
      List<TestMember> members =
          IntStream.range(0, 100).mapToObj(i -> TestMember.someone()).toList();

      TOPIC.send(members.stream().map(TestMember::joins).toList());

      members.forEach(member -> awaitStates(member, "WAITING", "ISSUED", "ISSUED"));
      JsonNode waiting = grants(members.getFirst()).getFirst();
      assertThat(waiting.get("reason").asString()).isEqualTo("PROVIDER_UNAVAILABLE");
      assertThat(waiting.get("expectedBy").isNull()).isFalse();
      assertThat(SANDBOX.ledger("insurer").get("calls").asInt() - before).isLessThan(1_000);

      SANDBOX.heal("insurer");

      members.forEach(member -> awaitStates(member, "ISSUED", "ISSUED", "ISSUED"));
      members.forEach(member -> assertThat(SANDBOX.policies(member.id())).hasSize(1));
      TestMember last = members.getLast();
      awaitSaid(last, "GRANT_WAITING", "GRANT_ISSUED", "GRANT_ISSUED", "GRANT_ISSUED");
      assertThat(TestTopic.saidOf(last))
          .filteredOn(event -> event.id().contains("INSURANCE"))
          .extracting(ReceivedEvent::sequence)
          .startsWith(1L)
          .contains(2L);
    }

    @Test
    void booksOnceWhereTheInsurerBooksAndThenFails() {
      SANDBOX.faults("insurer", "{\"failAfterEffectRate\": 0.5, \"failRate\": 0.2, \"seed\": 3}");
      List<TestMember> members =
          IntStream.range(0, 60).mapToObj(i -> TestMember.someone()).toList();

      TOPIC.send(members.stream().map(TestMember::joins).toList());

      members.forEach(member -> awaitStates(member, "ISSUED", "ISSUED", "ISSUED"));
      members.forEach(member -> assertThat(SANDBOX.policies(member.id())).hasSize(1));
    }
  }

  @Nested
  class Looking {

    @Test
    void answersNothingForAPhoneNobodyIsKnownBy() {
      assertThat(grants(TestMember.someone())).isEmpty();
    }

    @Test
    void showsAGrantToItsMemberAndStaffOnly() {
      TestMember member = TestMember.someone();
      TOPIC.send(member.joins());
      awaitStates(member, "ISSUED", "ISSUED", "ISSUED");
      String path = "/api/v1/grants/" + member.grant("WELCOME_GIFT", "once");

      assertThat(service.get(path, member.token()).status()).isEqualTo(200);
      assertThat(service.get(path, TestTokens.staff(Role.FEDERATION_ADMIN)).status())
          .isEqualTo(200);
      assertThat(service.get(path, TestMember.someone().token()).status()).isEqualTo(404);
      assertThat(service.get(path, TestTokens.staff(Role.OPS)).status()).isEqualTo(404);
      assertThat(service.get(path, TestTokens.staffOf("110000", Role.FEDERATION_ADMIN)).status())
          .isEqualTo(404);
      assertThat(service.get("/api/v1/grants/none", member.token()).status()).isEqualTo(404);
      assertThat(service.get(path, "").status()).isEqualTo(401);
    }

    @Test
    void showsTheProgrammesInBothLanguages() {
      var programmes =
          service.get("/api/v1/programmes", TestMember.someone().token()).body().get("items");

      assertThat(programmes.values())
          .hasSize(3)
          .allSatisfy(programme -> {
            assertThat(programme.get("names").has("zh-CN")).isTrue();
            assertThat(programme.get("names").has("en")).isTrue();
          });
      assertThat(service.get("/api/v1/programmes", "").status()).isEqualTo(401);
    }

    @Test
    void tellsItsFiguresAndItsHealth() {
      assertThat(service.management("/actuator/health/readiness").status()).isEqualTo(200);
      assertThat(service.management("/actuator/prometheus").body().asString())
          .contains(
              "nuanxin_stock_available",
              "nuanxin_grants_waiting",
              "nuanxin_provider_calls",
              "resilience4j_circuitbreaker_state");
      JsonNode row =
          service.get("/api/v1/ops/status", TestTokens.staff(Role.OPS)).body().get("items").get(0);
      assertThat(row.get("service").asString()).isEqualTo("benefits-service");
    }
  }
}
