package org.nuanxin.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.benefits.grant.GrantFixtures;
import org.nuanxin.benefits.grant.Grants;
import org.nuanxin.benefits.testing.RunningService;
import org.nuanxin.benefits.testing.TestMember;
import org.nuanxin.benefits.testing.TestSandbox;
import org.nuanxin.benefits.testing.TestTopic;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.kit.web.Cursors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What staff see of grants, providers and stock: the service on real parts. */
class StaffViewsTest {

  private static final String INSTANCE = "benefits-service-7";
  private static final String ELSEWHERE = "110000";
  private static final TestSandbox SANDBOX = TestSandbox.start();
  private static final TestTopic TOPIC = new TestTopic();
  private static final String ADMIN = TestTokens.staff(Role.FEDERATION_ADMIN);
  private static final String OPS = TestTokens.staff(Role.OPS);
  private static RunningService service;

  @BeforeAll
  static void start() {
    service =
        RunningService.start(
            RunningService.freshDatabase(),
            INSTANCE,
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
  }

  private static List<JsonNode> items(String path, String token) {
    var answer = service.get(path, token);
    assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
    return List.copyOf(answer.body().get("items").values());
  }

  private static void assertRefused(String path, String token, String field) {
    var answer = service.get(path, token);
    assertThat(answer.status()).as(path).isEqualTo(400);
    assertThat(answer.body().get("errors").get(0).get("field").asString()).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/members/m1/grants", "/grants", "/providers", "/stock"})
  void knowsNobodyWithoutAGoodToken(String path) {
    String phone = TestMember.someone().phone();
    for (String token :
        List.of("", "nonsense", TestTokens.forged(phone), TestTokens.unsigned(phone))) {
      assertThat(service.get("/api/v1" + path, token).status()).isEqualTo(401);
    }
    assertThat(service.get("/api/v1" + path, TestMember.someone().token()).status()).isEqualTo(403);
  }

  @Test
  void describesItsAnswersToEveryone() {
    JsonNode api = service.get("/v3/api-docs", "").body();

    for (var wanted :
        Map.of(
                "/api/v1/members/{id}/grants", "PageGrantView",
                "/api/v1/grants", "PageBacklogItem",
                "/api/v1/providers", "PageProviderView",
                "/api/v1/stock", "PageLevel")
            .entrySet()) {
      JsonNode get = api.get("paths").get(wanted.getKey()).get("get");
      assertThat(get.get("responses").get("200").get("content").findValue("$ref").asString())
          .endsWith("/" + wanted.getValue());
    }
    JsonNode provider = api.get("components").get("schemas").get("ProviderView").get("properties");
    assertThat(provider.propertyNames())
        .containsExactlyInAnyOrder(
            "name", "state", "circuit", "lastSuccessAt", "waiting", "instance");
  }

  @Nested
  class OfOneMember {

    private static String path(TestMember member) {
      return "/api/v1/members/" + member.id() + "/grants";
    }

    @Test
    void areWhatTheMemberSeesButForTheCodeOfTheTicket() {
      TestMember member = TestMember.someone();
      TOPIC.send(member.joins());
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() ->
              assertThat(items("/api/v1/me/grants", member.token()))
                  .extracting(grant -> grant.get("state").asString())
                  .containsExactly("ISSUED", "ISSUED", "ISSUED"));

      List<JsonNode> own = items("/api/v1/me/grants", member.token());
      for (String token :
          List.of(
              ADMIN,
              TestTokens.staff(Role.AUDITOR),
              TestTokens.staff(Role.REVIEWER, TestTokens.FEDERATION),
              TestTokens.staff(Role.UNION_ADMIN, TestTokens.FEDERATION))) {
        assertThat(items(path(member), token)).isEqualTo(own.stream().map(this::masked).toList());
      }
      assertThat(items(path(member), TestTokens.staffOf(ELSEWHERE, Role.FEDERATION_ADMIN)))
          .isEmpty();
      assertThat(items(path(member), TestTokens.staffOf(ELSEWHERE, Role.REVIEWER, ELSEWHERE)))
          .isEmpty();
    }

    /** Who knows a ticket's code can use it; who knows the number of a policy cannot. */
    private JsonNode masked(JsonNode own) {
      if (!own.get("programme").asString().equals("WELCOME_GIFT")) {
        return own;
      }
      String code = own.get("reference").asString();
      assertThat(code).matches("TEST-.{4,}");
      String shown = "*".repeat(code.length() - 2) + code.substring(code.length() - 2);
      return ((ObjectNode) own.deepCopy()).put("reference", shown);
    }

    @Test
    void showTheCodeOfTheTicketToTheMemberAloneAlsoOneByOne() {
      TestMember member = TestMember.someone();
      TOPIC.send(member.joins());
      String gift = "/api/v1/grants/" + member.grant("WELCOME_GIFT", "once");
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() ->
              assertThat(service.get(gift, member.token()).body().path("state").asString(""))
                  .isEqualTo("ISSUED"));

      JsonNode own = service.get(gift, member.token()).body();
      for (String token : List.of(ADMIN, TestTokens.staff(Role.AUDITOR))) {
        assertThat(service.get(gift, token).body()).isEqualTo(masked(own));
      }
    }

    @Test
    void areNoneOfSomebodyNotKnown() {
      assertThat(items(path(TestMember.someone()), ADMIN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REVIEWER", "UNION_ADMIN"})
    void areShownToUnionStaffOfTheirOwnMembersAndOfNobodyElse(Role role) {
      TestMember courier = TestMember.someone();
      TestMember fromBefore = TestMember.someone();
      TOPIC.send(
          courier.joins(1, 2, List.of(TestTokens.FEDERATION, "460203", "460203100001")),
          fromBefore.joins(1, 2, null));
      awaitThree(courier);
      awaitThree(fromBefore);

      for (String root : List.of("460203100001", "460203")) {
        assertThat(items(path(courier), TestTokens.staff(role, "elsewhere", root)))
            .isEqualTo(items(path(courier), ADMIN));
      }
      for (String token :
          List.of(
              TestTokens.staff(role),
              TestTokens.staff(role, "460204"),
              TestTokens.staff(role, "46020"),
              // A root of another federation's tree opens nothing here.
              TestTokens.staff(role, ELSEWHERE),
              TestTokens.staffOf(ELSEWHERE, role, "460203"))) {
        assertNotFound(path(courier), token);
      }
      // Nothing tells whose this one is, so only the federation sees it.
      assertNotFound(path(fromBefore), TestTokens.staff(role, "460203"));
      assertThat(items(path(fromBefore), TestTokens.staff(role, TestTokens.FEDERATION))).hasSize(3);
      assertNotFound(path(TestMember.someone()), TestTokens.staff(role, "460203"));
    }

    @Test
    void followAMemberToAnotherUnion() {
      TestMember member = TestMember.someone();
      TOPIC.send(member.joins(1, 2, List.of(TestTokens.FEDERATION, "old")));
      awaitThree(member);
      String old = TestTokens.staff(Role.REVIEWER, "old");
      assertThat(items(path(member), old)).hasSize(3);

      TOPIC.send(member.leaves(1, 3), member.joins(2, 5, List.of(TestTokens.FEDERATION, "new")));

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() ->
              assertThat(items(path(member), TestTokens.staff(Role.REVIEWER, "new"))).hasSize(4));
      assertNotFound(path(member), old);
    }

    private static void awaitThree(TestMember member) {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(items(path(member), ADMIN)).hasSize(3));
    }

    private static void assertNotFound(String path, String token) {
      var answer = service.get(path, token);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body().get("code").asString()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @EnumSource(names = {"STATION_KEEPER", "PROVIDER", "OPS", "SERVICE", "WORKER"})
    void areNotForOtherRoles(Role role) {
      String token = TestTokens.staff(role, TestTokens.FEDERATION);

      assertThat(service.get(path(TestMember.someone()), token).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a%20b", "%7B%22%24ne%22%3A1%7D", "%E6%9D%8E", "a.b"})
    void areNotThereForWhatIsNoId(String id) {
      assertRefused("/api/v1/members/" + id + "/grants", ADMIN, "id");
      assertRefused("/api/v1/members/" + "x".repeat(65) + "/grants", ADMIN, "id");
    }
  }

  @Nested
  class NotIssued {

    private static final String BACKLOG = "/api/v1/grants";

    @Test
    void areListedOldestFirstOverAllPages() {
      Instant start = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MILLIS);
      List<String> wanted = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        var refused =
            GrantFixtures.refusedInsurance(TestMember.someone(), start.plusSeconds(5 - i));
        service.bean(Grants.class).open(List.of(refused));
        wanted.addFirst(refused.id().toString());
      }

      String path = BACKLOG + "?state=FAILED&programme=ACCIDENT_INSURANCE&limit=2";
      List<JsonNode> found = new ArrayList<>();
      String cursor = "";
      do {
        var page = service.get(path + cursor, OPS).body();
        assertThat(page.get("items").size()).isBetween(1, 2);
        found.addAll(page.get("items").values());
        cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
      } while (!cursor.isEmpty());

      assertThat(found)
          .extracting(item -> item.get("id").asString())
          .containsExactlyElementsOf(wanted);
      JsonNode oldest = found.getFirst();
      assertThat(oldest.get("memberId").asString()).isEqualTo(wanted.getFirst().split(":")[0]);
      assertThat(oldest.get("programme").asString()).isEqualTo("ACCIDENT_INSURANCE");
      assertThat(oldest.get("state").asString()).isEqualTo("FAILED");
      assertThat(oldest.get("reason").asString()).isEqualTo("REFUSED_BY_PROVIDER");
      assertThat(oldest.get("since").asString()).isEqualTo(start.plusSeconds(1).toString());
      assertThat(oldest.get("tries").asInt()).isZero();
      assertThat(oldest.get("nextTryAt").isNull()).isTrue();
      assertThat(items(BACKLOG + "?programme=WELCOME_GIFT&state=FAILED", ADMIN)).isEmpty();
      assertThat(items(BACKLOG + "?state=DUE", ADMIN)).isEmpty();
      assertThat(items(BACKLOG, TestTokens.staff(Role.AUDITOR)))
          .extracting(item -> item.get("id").asString())
          .containsAll(wanted);
    }

    @Test
    void areThereWhileTheyWaitAndSeenInNoOtherFederation() {
      SANDBOX.faults("insurer", "{\"down\": true}");
      List<TestMember> members =
          IntStream.range(0, 12).mapToObj(i -> TestMember.someone()).toList();
      String[] ids =
          members.stream()
              .map(member -> member.grant("ACCIDENT_INSURANCE", "1"))
              .toArray(String[]::new);
      TOPIC.send(members.stream().map(TestMember::joins).toList());

      String path = BACKLOG + "?state=WAITING&programme=ACCIDENT_INSURANCE&limit=100";
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() ->
              assertThat(items(path, OPS))
                  .extracting(item -> item.get("id").asString())
                  .contains(ids));
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> assertThat(items(path, OPS)).anyMatch(item -> item.get("tries").asInt() > 0));
      assertThat(items(path, OPS))
          .allSatisfy(item -> {
            assertThat(item.get("reason").asString()).isEqualTo("PROVIDER_UNAVAILABLE");
            assertThat(item.get("state").asString()).isEqualTo("WAITING");
            assertThat(item.get("since").asString()).endsWith("Z");
          })
          .anyMatch(item -> !item.get("nextTryAt").isNull());
      assertThat(items(path, TestTokens.staffOf(ELSEWHERE, Role.OPS))).isEmpty();
      assertThat(items(path, TestTokens.staffOf(ELSEWHERE, Role.FEDERATION_ADMIN))).isEmpty();

      SANDBOX.heal("insurer");
      await().atMost(Duration.ofSeconds(60)).until(() -> items(path, OPS).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
        names = {"FEDERATION_ADMIN", "AUDITOR", "OPS"},
        mode = EnumSource.Mode.EXCLUDE)
    void areNotForOtherRoles(Role role) {
      String token = TestTokens.staff(role, TestTokens.FEDERATION);

      assertThat(service.get(BACKLOG, token).status()).isEqualTo(403);
      assertThat(service.get("/api/v1/providers", token).status()).isEqualTo(403);
      assertThat(service.get("/api/v1/stock", token).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
      "state=ISSUED, state",
      "state=waiting, state",
      "state=%7B%22%24ne%22%3A1%7D, state",
      "programme=GOLD, programme",
      "programme=, programme",
      "programme=%7B%22%24ne%22%3A1%7D, programme",
      "limit=0, limit",
      "limit=101, limit",
      "limit=x, limit",
      "cursor=x, cursor",
      "cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, cursor",
    })
    void areNotThereForABadQuery(String query, String field) {
      assertRefused(BACKLOG + "?" + query, OPS, field);
    }

    @Test
    void refuseTheCursorOfAnotherList() {
      String cursor = service.bean(Cursors.class).encode(Map.of("after", "x"));

      assertRefused(
          BACKLOG + "?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8), OPS, "cursor");
    }
  }

  @Nested
  class OfProviders {

    private static JsonNode provider(String name) {
      return items("/api/v1/providers", OPS).stream()
          .filter(item -> item.get("name").asString().equals(name))
          .findAny()
          .orElseThrow();
    }

    /** The row that the gateway adds to the operators' live picture. */
    private static JsonNode row() {
      return items("/api/v1/ops/status", OPS).getFirst();
    }

    private static String stateIn(JsonNode row, String name) {
      return row.get("providers").values().stream()
          .filter(each -> each.get("name").asString().equals(name))
          .map(each -> each.get("state").asString())
          .findAny()
          .orElseThrow();
    }

    @Test
    void tellsWhatThisInstanceSeesAndHowManyWait() {
      SANDBOX.faults("insurer", "{\"down\": true}");
      TOPIC.send(IntStream.range(0, 12).mapToObj(i -> TestMember.someone().joins()).toList());

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> {
            JsonNode insurer = provider("insurer");
            assertThat(insurer.get("state").asString()).isEqualTo("DOWN");
            assertThat(insurer.get("circuit").asString()).isIn("OPEN", "HALF_OPEN");
            assertThat(insurer.get("waiting").asInt()).isEqualTo(12);
            assertThat(insurer.get("instance").asString()).isEqualTo(INSTANCE);
            JsonNode clinic = provider("clinic");
            assertThat(clinic.get("state").asString()).isEqualTo("UP");
            assertThat(clinic.get("waiting").asInt()).isZero();
            assertThat(clinic.get("lastSuccessAt").asString()).endsWith("Z");
            JsonNode row = row();
            assertThat(stateIn(row, "insurer")).isEqualTo("DOWN");
            assertThat(stateIn(row, "clinic")).isEqualTo("UP");
            assertThat(row.get("waiting").asLong()).isEqualTo(12);
          });
      assertThat(items("/api/v1/providers", TestTokens.staffOf(ELSEWHERE, Role.OPS)))
          .hasSize(2)
          .allMatch(item -> item.get("waiting").asInt() == 0);
      assertThat(items("/api/v1/providers", TestTokens.staff(Role.AUDITOR))).hasSize(2);
      assertThat(items("/api/v1/providers", ADMIN)).hasSize(2);

      SANDBOX.heal("insurer");
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> {
            JsonNode insurer = provider("insurer");
            assertThat(insurer.get("state").asString()).isEqualTo("UP");
            assertThat(insurer.get("circuit").asString()).isEqualTo("CLOSED");
            assertThat(insurer.get("waiting").asInt()).isZero();
            assertThat(insurer.get("lastSuccessAt").isNull()).isFalse();
            assertThat(stateIn(row(), "insurer")).isEqualTo("UP");
            assertThat(row().get("waiting").asLong()).isZero();
          });
    }
  }

  @Nested
  class OfStock {

    @Test
    void isReadByOperatorsAndNotChanged() {
      assertThat(items("/api/v1/stock", OPS)).isNotEmpty();
      assertThat(items("/api/v1/stock", TestTokens.staffOf(ELSEWHERE, Role.OPS)))
          .allMatch(level -> level.get("available").asInt() == 0);
      assertThat(
              service
                  .post("/api/v1/stock/packs", OPS, UUID.randomUUID().toString(), "{\"count\":1}")
                  .status())
          .isEqualTo(403);
    }
  }
}
