package org.nuanxin.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nuanxin.benefits.testing.RunningService;
import org.nuanxin.benefits.testing.TestMember;
import org.nuanxin.benefits.testing.TestSandbox;
import org.nuanxin.benefits.testing.TestTopic;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import tools.jackson.databind.JsonNode;

/** Stock runs out and arrives again, with two instances of the service. */
class StockJourneyTest {

  private static final TestSandbox SANDBOX = TestSandbox.start();
  private static final TestTopic TOPIC = new TestTopic();
  private static final String ADMIN = TestTokens.staff(Role.FEDERATION_ADMIN);
  private static RunningService one;
  private static RunningService two;

  @BeforeAll
  static void start() {
    String database = RunningService.freshDatabase();
    Map<String, String> seed =
        Map.of("nuanxin.benefits.seed.packs", "2000", "nuanxin.benefits.seed.codes", "10");
    one = RunningService.start(database, "benefits-service-1", SANDBOX, seed);
    two = RunningService.start(database, "benefits-service-2", SANDBOX, seed);
  }

  @AfterAll
  static void stop() {
    two.close();
    one.close();
    TOPIC.close();
    SANDBOX.close();
  }

  private static JsonNode gift(TestMember member) {
    return one.get("/api/v1/grants/" + member.grant("WELCOME_GIFT", "once"), ADMIN).body();
  }

  /** As its member sees it; staff see a masked one. */
  private static String code(TestMember member) {
    return one.get("/api/v1/grants/" + member.grant("WELCOME_GIFT", "once"), member.token())
        .body()
        .get("reference")
        .asString();
  }

  private static long inState(List<TestMember> members, String state) {
    return members.stream()
        .filter(member -> gift(member).path("state").asString("").equals(state))
        .count();
  }

  private static long available(String kind) {
    for (JsonNode level : one.get("/api/v1/stock", ADMIN).body().get("items")) {
      if (level.get("kind").asString().equals(kind)) {
        return level.get("available").asLong();
      }
    }
    throw new AssertionError(kind);
  }

  @Test
  void givesTenOfFiftyTheLastTenTicketsAndTheOthersTheirsWhenMoreArrive() {
    List<TestMember> members = IntStream.range(0, 50).mapToObj(i -> TestMember.someone()).toList();

    members.parallelStream().forEach(member -> TOPIC.send(member.joins()));

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> inState(members, "ISSUED") == 10 && inState(members, "WAITING") == 40);
    assertThat(available("FILM_TICKET")).isZero();
    JsonNode waiting =
        members.stream()
            .map(StockJourneyTest::gift)
            .filter(gift -> gift.get("state").asString().equals("WAITING"))
            .findAny()
            .orElseThrow();
    assertThat(waiting.get("reason").asString()).isEqualTo("OUT_OF_STOCK");

    String codes =
        IntStream.range(0, 45).mapToObj(i -> "\"NEW-" + i + "\"").collect(Collectors.joining(","));
    var added =
        one.post(
            "/api/v1/stock/codes",
            ADMIN,
            UUID.randomUUID().toString(),
            "{\"codes\":[" + codes + "]}");
    assertThat(added.status()).isEqualTo(201);

    await().atMost(Duration.ofSeconds(60)).until(() -> inState(members, "ISSUED") == 50);
    assertThat(members.stream().map(StockJourneyTest::code).toList())
        .hasSize(50)
        .doesNotHaveDuplicates();
    assertThat(available("FILM_TICKET")).isEqualTo(5);
    assertThat(available("GIFT_PACK")).isEqualTo(1_950);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(TestTopic.saidOf(members.getFirst()))
                .filteredOn(event -> event.id().contains("GIFT"))
                .isNotEmpty());
  }

  @Nested
  class Delivering {

    @Test
    void addsPacksOnceForOneKey() {
      String key = UUID.randomUUID().toString();
      long before = available("GIFT_PACK");

      var first = one.post("/api/v1/stock/packs", ADMIN, key, "{\"count\": 7}");
      var again = two.post("/api/v1/stock/packs", ADMIN, key, "{\"count\": 7}");
      var other = one.post("/api/v1/stock/packs", ADMIN, key, "{\"count\": 8}");

      assertThat(first.status()).isEqualTo(201);
      assertThat(again).isEqualTo(first);
      assertThat(other.status()).isEqualTo(422);
      assertThat(available("GIFT_PACK")).isEqualTo(before + 7);
    }

    @Test
    void refusesEachMistakeWithItsField() {
      assertRefused("/packs", "{}", "count", "REQUIRED");
      assertRefused("/packs", "{\"count\": 0}", "count", "OUT_OF_RANGE");
      assertRefused("/packs", "{\"count\": 100001}", "count", "OUT_OF_RANGE");
      assertRefused("/packs", "{\"count\": 1, \"$inc\": 5}", "$inc", "UNKNOWN_FIELD");
      assertRefused("/codes", "{\"codes\": []}", "codes", "REQUIRED");
      assertRefused("/codes", "{\"codes\": [\"abc\"]}", "codes[0]", "PATTERN");
      assertRefused("/codes", "{\"codes\": [\"ABCD\", null]}", "codes[1]", "REQUIRED");
      assertRefused("/codes", "{\"codes\": [\"ABCD\", \"ABCD\"]}", "codes[1]", "DUPLICATE");
    }

    @Test
    void refusesCodesThatAreKnownAndAddsNone() {
      String taken = "{\"codes\": [\"KNOWN-1\"]}";
      one.post("/api/v1/stock/codes", ADMIN, UUID.randomUUID().toString(), taken);
      long before = available("FILM_TICKET");

      var refused =
          one.post(
              "/api/v1/stock/codes",
              ADMIN,
              UUID.randomUUID().toString(),
              "{\"codes\": [\"FRESH-1\", \"KNOWN-1\"]}");

      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.body().get("errors").get(0).get("field").asString()).isEqualTo("codes[1]");
      assertThat(available("FILM_TICKET")).isEqualTo(before);
    }

    @Test
    void isForTheFederationOnly() {
      String path = "/api/v1/stock/packs";
      String key = UUID.randomUUID().toString();

      assertThat(one.post(path, TestMember.someone().token(), key, "{\"count\":1}").status())
          .isEqualTo(403);
      assertThat(one.post(path, TestTokens.staff(Role.REVIEWER), key, "{\"count\":1}").status())
          .isEqualTo(403);
      assertThat(one.get("/api/v1/stock", TestTokens.staff(Role.AUDITOR)).status()).isEqualTo(200);
      assertThat(one.get("/api/v1/stock", TestMember.someone().token()).status()).isEqualTo(403);
    }

    private static void assertRefused(String path, String body, String field, String code) {
      var answer = one.post("/api/v1/stock" + path, ADMIN, UUID.randomUUID().toString(), body);
      assertThat(answer.status()).as(body).isEqualTo(400);
      JsonNode error = answer.body().get("errors").get(0);
      assertThat(error.get("field").asString()).isEqualTo(field);
      assertThat(error.get("code").asString()).isEqualTo(code);
    }
  }
}
