package org.nuanxin.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import tools.jackson.databind.JsonNode;

/** What staff see of a member's inbox. */
class StaffInboxTest extends RunningService {

  private static final String OWN = "/api/v1/me/messages";
  private static final String ADMIN = TestTokens.staff(Role.FEDERATION_ADMIN);
  private static final String FEDERATION = TestTokens.FEDERATION;
  private static final String ELSEWHERE = "110000";
  private static final String PHONE = "13800138000";

  private static String path(Worker worker) {
    return "/api/v1/members/" + worker.memberId() + "/messages";
  }

  private JsonNode inboxOf(Worker worker, int messages) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> get(worker.token(), OWN).json(), inbox -> inbox.get("items").size() == messages);
  }

  static Stream<String> tokensOfTheFederation() {
    return Stream.of(
        ADMIN,
        TestTokens.staff(Role.AUDITOR),
        TestTokens.staff(Role.REVIEWER, TestTokens.FEDERATION),
        TestTokens.staff(Role.UNION_ADMIN, TestTokens.FEDERATION));
  }

  @ParameterizedTest
  @MethodSource("tokensOfTheFederation")
  void showsWhatTheMemberSeesAndLeavesItUnread(String token) {
    Worker worker = Worker.chinese();
    publish(worker.joined(2), worker.issued("HEALTH_CHECK"));
    JsonNode own = inboxOf(worker, 2);

    Answer answer = get(token, path(worker));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("items")).isEqualTo(own.get("items"));
    assertThat(answer.json().get("next").isNull()).isTrue();
    assertThat(get(worker.token(), OWN).json().get("unread").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("tokensOfTheFederation")
  void hidesTheCodeOfTheTicketThatTheMemberReads(String token) {
    Worker worker = Worker.chinese();
    publish(worker.issued("WELCOME_GIFT"), worker.joined(2));
    JsonNode own = inboxOf(worker, 2);
    assertThat(own.toString()).contains("REF-WELCOME_GIFT");

    String shown = get(token, path(worker)).json().get("items").toString();

    assertThat(shown)
        .isEqualTo(own.get("items").toString().replace("REF-WELCOME_GIFT", "*".repeat(14) + "FT"));
  }

  @Test
  void pagesFromTheNewestToTheOldest() {
    Worker worker = Worker.chinese();
    publish(worker.submittedForReview(1), worker.joined(2), worker.issued("HEALTH_CHECK"));
    inboxOf(worker, 3);

    Answer first = get(ADMIN, path(worker) + "?limit=2");
    String next = first.json().get("next").asString();
    Answer second = get(ADMIN, path(worker) + "?limit=2&cursor=" + next);

    assertThat(first.kinds()).containsExactly("GRANT_ISSUED", "MEMBER_JOINED");
    assertThat(second.kinds()).containsExactly("APPLICATION_RECEIVED");
    assertThat(second.json().get("next").isNull()).isTrue();
    assertThat(errorField(get(ADMIN, path(Worker.chinese()) + "?limit=2&cursor=" + next)))
        .isEqualTo("cursor");
  }

  @Test
  void showsNothingOfAnotherFederationOrOfSomebodyNotKnown() {
    Worker worker = Worker.chinese();
    publish(worker.joined(2));
    inboxOf(worker, 1);
    String nothing = "{\"items\":[],\"next\":null}";

    assertThat(get(TestTokens.staffOf(ELSEWHERE, Role.FEDERATION_ADMIN), path(worker)).body())
        .isEqualTo(nothing);
    assertThat(get(TestTokens.staffOf(ELSEWHERE, Role.REVIEWER, ELSEWHERE), path(worker)).body())
        .isEqualTo(nothing);
    assertNotFound(
        get(TestTokens.staffOf(ELSEWHERE, Role.REVIEWER, "industry-courier"), path(worker)));
    assertThat(get(ADMIN, path(Worker.chinese())).body()).isEqualTo(nothing);
  }

  @ParameterizedTest
  @EnumSource(names = {"REVIEWER", "UNION_ADMIN"})
  void showsUnionStaffTheirOwnMembersAndNobodyElse(Role role) {
    Worker courier = Worker.chinese();
    Worker fromBefore = Worker.chinese();
    publish(
        courier.joined(2, List.of(FEDERATION, "460203", "460203100001")),
        fromBefore.joined(2, (List<String>) null));
    JsonNode own = inboxOf(courier, 1);
    inboxOf(fromBefore, 1);

    for (String root : List.of("460203100001", "460203")) {
      Answer answer = get(TestTokens.staff(role, "elsewhere", root), path(courier));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().get("items")).isEqualTo(own.get("items"));
    }
    for (String token :
        List.of(
            TestTokens.staff(role),
            TestTokens.staff(role, "460204"),
            TestTokens.staff(role, "46020"),
            TestTokens.staff(role, ELSEWHERE),
            TestTokens.staffOf(ELSEWHERE, role, "460203"))) {
      assertNotFound(get(token, path(courier)));
    }
    // Nothing tells whose this one is, so only the federation sees it.
    assertNotFound(get(TestTokens.staff(role, "460203"), path(fromBefore)));
    assertThat(get(TestTokens.staff(role, FEDERATION), path(fromBefore)).kinds()).hasSize(1);
    assertThat(get(ADMIN, path(fromBefore)).kinds()).hasSize(1);
    assertNotFound(get(TestTokens.staff(role, "460203"), path(Worker.chinese())));
  }

  @Test
  void followsAMemberToAnotherUnion() {
    Worker worker = Worker.chinese();
    publish(worker.joined(2, List.of(FEDERATION, "old")));
    inboxOf(worker, 1);
    String old = TestTokens.staff(Role.REVIEWER, "old");
    assertThat(get(old, path(worker)).status()).isEqualTo(200);

    publish(worker.joined(5, List.of(FEDERATION, "new")), worker.phoneChanged(6, "+8613912345678"));

    String now = TestTokens.staff(Role.REVIEWER, "new");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(get(now, path(worker)).status()).isEqualTo(200));
    assertNotFound(get(old, path(worker)));
  }

  private static void assertNotFound(Answer answer) {
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().get("code").asString()).isEqualTo("not-found");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"REVIEWER", "UNION_ADMIN", "FEDERATION_ADMIN", "AUDITOR"},
      mode = EnumSource.Mode.EXCLUDE)
  void refusesOtherRoles(Role role) {
    String token = TestTokens.staff(role, TestTokens.FEDERATION);

    assertThat(get(token, path(Worker.chinese())).status()).isEqualTo(403);
  }

  @Test
  void refusesTheMemberHere() {
    Worker worker = Worker.chinese();

    assertThat(get(worker.token(), path(worker)).status()).isEqualTo(403);
    assertThat(post(ADMIN, path(worker)).status()).isEqualTo(403);
  }

  static Stream<String> badTokens() {
    return Stream.of(
        "",
        "nonsense",
        TestTokens.forged(PHONE),
        TestTokens.ofUnknownKey(PHONE),
        TestTokens.expired(PHONE),
        TestTokens.unsigned(PHONE));
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void refusesWhoCannotProveWhoTheyAre(String token) {
    Answer answer = get(token, path(Worker.chinese()));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=101, limit",
    "limit=x, limit",
    "cursor=x, cursor",
    "cursor=%7B%22%24ne%22%3A1%7D, cursor",
    "cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, cursor",
  })
  void namesTheParameterThatIsWrong(String query, String field) {
    Answer answer = get(ADMIN, path(Worker.chinese()) + "?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(errorField(answer)).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b", "a%20b", "%7B%22%24gt%22%3A%22%22%7D", "%E6%9D%8E"})
  void namesAnIdThatIsNone(String id) {
    Answer answer = get(ADMIN, "/api/v1/members/" + id + "/messages");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(errorField(answer)).isEqualTo("id");
  }

  @Test
  void describesItsAnswer() {
    JsonNode api = get("", "/v3/api-docs").json();
    JsonNode answer =
        api.get("paths")
            .get("/api/v1/members/{id}/messages")
            .get("get")
            .get("responses")
            .get("200");
    String schema = answer.findValue("$ref").asString();

    JsonNode page = api.get("components").get("schemas").get(schema.replaceAll(".*/", ""));
    assertThat(page.get("properties").propertyNames()).containsExactlyInAnyOrder("items", "next");
    assertThat(page.get("properties").get("items").findValue("$ref").asString()).endsWith("/Item");
  }

  private static String errorField(Answer answer) {
    return answer.json().get("errors").get(0).get("field").asString();
  }
}
