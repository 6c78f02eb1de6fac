package org.nuanxin.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nuanxin.benefits.testing.RunningService;
import org.nuanxin.benefits.testing.TestMember;
import org.nuanxin.benefits.testing.TestSandbox;
import org.nuanxin.benefits.testing.TestTopic;
import org.nuanxin.kit.event.StoredEvent;
import tools.jackson.databind.JsonNode;

/** A worker joins, and the welcome package follows. */
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

  private static List<JsonNode> grants(TestMember member) {
    var answer = service.get("/api/v1/me/grants", member.token());
    assertThat(answer.status()).isEqualTo(200);
    return List.copyOf(answer.body().get("items").values());
  }

  private static void awaitStates(TestMember member, String... states) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(grants(member))
                .extracting(grant -> grant.get("state").asString())
                .containsExactly(states));
  }

  @Test
  void issuesTheThreeGrantsOfAJoining() {
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
        });
    assertThat(SANDBOX.policies(member.id())).hasSize(1);
    assertThat(SANDBOX.entitlements(member.id())).hasSize(1);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThat(TestTopic.typesOf(member, e -> true))
                .containsExactlyInAnyOrder("GRANT_ISSUED", "GRANT_ISSUED", "GRANT_ISSUED"));
  }

  @Test
  void issuesOneGrantHoweverOftenTheEventIsDelivered() {
    TestMember member = TestMember.someone();
    StoredEvent joined = member.joins();

    IntStream.range(0, 10).forEach(i -> TOPIC.send(joined));

    awaitStates(member, "ISSUED", "ISSUED", "ISSUED");
    assertThat(SANDBOX.policies(member.id())).hasSize(1);
    assertThat(TestTopic.saidOf(member).stream().map(e -> e.id()).distinct()).hasSize(3);
  }
}
