package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.membership.RunningService;
import org.nuanxin.membership.Worker;
import org.nuanxin.membership.access.AccessLog;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What staff sees of one member: the full record for a purpose, and the timeline. */
class DisclosureTest extends RunningService {

  private static final Map<String, String> PURPOSE = Map.of("purpose", "核对工伤保险理赔材料");

  private final Worker worker = Worker.somebody();
  private final String reviewer = TestTokens.staff(Role.REVIEWER, "industry-courier");

  @Autowired private AccessLog accessLog;

  private String joined() {
    return apply(worker).text("/memberId");
  }

  private static String disclosure(String id) {
    return "/api/v1/members/" + id + "/disclosure";
  }

  private static String timeline(String id) {
    return "/api/v1/members/" + id + "/timeline";
  }

  private int looks() {
    return get(worker.token(), "/api/v1/me/access-log").json().at("/items").size();
  }

  @Test
  void showsTheFullRecordAndTellsTheMemberWhoLookedAndWhatFor() {
    String id = joined();

    Answer full = post(reviewer, disclosure(id), PURPOSE);

    assertThat(full.status()).as(full.body()).isEqualTo(200);
    assertThat(full.header("Cache-Control")).contains("no-store");
    assertThat(full.text("/name")).isEqualTo(worker.name());
    assertThat(full.text("/idNumber")).isEqualTo(worker.idNumber());
    assertThat(full.text("/phone")).isEqualTo("+86" + worker.phone());
    assertThat(full.text("/state")).isEqualTo("ACTIVE");
    assertThat(full.text("/union/id")).isEqualTo("industry-courier");
    assertThat(full.text("/communityName")).contains("永宁");
    assertThat(full.json().at("/joinings").size()).isEqualTo(1);
    assertThat(full.text("/applications/0/state")).isEqualTo("APPROVED");
    Answer log = get(worker.token(), "/api/v1/me/access-log");
    assertThat(log.json().at("/items").size()).isEqualTo(1);
    assertThat(log.text("/items/0/what")).isEqualTo("record");
    assertThat(log.text("/items/0/purpose")).isEqualTo(PURPOSE.get("purpose"));
    assertThat(log.text("/items/0/account")).startsWith("staff:REVIEWER");
  }

  @Test
  void keepsOneChainOfLooksWithAndWithoutAPurpose() {
    Answer joined = apply(worker);
    String id = joined.text("/memberId");

    get(reviewer, "/api/v1/applications/" + joined.text("/id"));
    post(reviewer, disclosure(id), PURPOSE);
    get(reviewer, "/api/v1/applications/" + joined.text("/id"));

    assertThat(looks()).isEqualTo(3);
    assertThat(accessLog.isIntact(id)).isTrue();
  }

  @Test
  void showsNothingOfAnotherUnionAndWritesNothingDown() {
    String id = joined();

    assertThat(post(TestTokens.staff(Role.UNION_ADMIN, "460205"), disclosure(id), PURPOSE).status())
        .isEqualTo(404);
    assertThat(
            post(TestTokens.staffOf("460300", Role.FEDERATION_ADMIN), disclosure(id), PURPOSE)
                .status())
        .isEqualTo(404);
    assertThat(post(reviewer, disclosure("nobody"), PURPOSE).status()).isEqualTo(404);
    assertThat(looks()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"REVIEWER", "UNION_ADMIN", "FEDERATION_ADMIN"},
      mode = EnumSource.Mode.EXCLUDE)
  void refusesOtherRoles(Role role) {
    String id = joined();

    assertThat(post(TestTokens.staff(role, "460200"), disclosure(id), PURPOSE).status())
        .isEqualTo(403);
    assertThat(looks()).isZero();
  }

  @Test
  void refusesAnAuditorWhoIsAReviewerElsewhere() {
    String id = joined();
    String both =
        TestTokens.with(
            "both",
            Map.of(
                "roles",
                java.util.List.of("AUDITOR", "REVIEWER"),
                "unions",
                java.util.List.of("460205")));

    assertThat(get(both, timeline(id)).status()).isEqualTo(200);
    assertThat(post(both, disclosure(id), PURPOSE).status()).isEqualTo(404);
  }

  @Test
  void refusesWhoShowsNoTokenOrAForgedOne() {
    String id = joined();

    for (String token : new String[] {"", TestTokens.forged(worker.phone())}) {
      assertThat(post(token, disclosure(id), PURPOSE).status()).isEqualTo(401);
      assertThat(get(token, timeline(id)).status()).isEqualTo(401);
    }
  }

  static Stream<Arguments> wrongPurposes() {
    return Stream.of(
        Arguments.of(Map.of(), "purpose:REQUIRED"),
        Arguments.of(Map.of("purpose", "  "), "purpose:REQUIRED"),
        Arguments.of(Map.of("purpose", "核对一下"), "purpose:TOO_SHORT"),
        Arguments.of(Map.of("purpose", "核".repeat(201)), "purpose:TOO_LONG"),
        Arguments.of(Map.of("purpose", "核对工伤\n保险"), "purpose:PATTERN"),
        Arguments.of(Map.of("purpose", 12345), "purpose:WRONG_TYPE"),
        Arguments.of(Map.of("purpose", "核对工伤保险", "reason", "x"), "reason:UNKNOWN_FIELD"));
  }

  @ParameterizedTest
  @MethodSource("wrongPurposes")
  void asksForAPurpose(Map<String, Object> body, String error) {
    String id = joined();

    Answer answer = post(reviewer, disclosure(id), body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(error);
    assertThat(looks()).isZero();
  }

  @Test
  void takesTheShortestAndTheLongestPurpose() {
    String id = joined();

    assertThat(post(reviewer, disclosure(id), Map.of("purpose", "核对工伤险")).status()).isEqualTo(200);
    assertThat(post(reviewer, disclosure(id), Map.of("purpose", "核".repeat(200))).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"REVIEWER", "UNION_ADMIN", "FEDERATION_ADMIN", "AUDITOR"})
  void showsStaffTheTimelineThatTheMemberSees(Role role) {
    String id = joined();

    Answer seen = get(TestTokens.staff(role, "460200"), timeline(id));

    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    assertThat(seen.json().at("/items").size()).isGreaterThanOrEqualTo(3);
    JsonNode steps = seen.json();
    // Staff also sees the events behind the steps: tested with the timeline.
    steps.at("/items").forEach(item -> ((ObjectNode) item).remove("event"));
    assertThat(steps).isEqualTo(get(worker.token(), "/api/v1/me/timeline").json());
  }

  @Test
  void hidesTheTimelineFromAllOthers() {
    String id = joined();

    assertThat(get(TestTokens.staff(Role.REVIEWER, "460205"), timeline(id)).status())
        .isEqualTo(404);
    assertThat(get(TestTokens.staffOf("460300", Role.AUDITOR), timeline(id)).status())
        .isEqualTo(404);
    assertThat(get(reviewer, timeline("nobody")).status()).isEqualTo(404);
    assertThat(get(TestTokens.keeper("S1"), timeline(id)).status()).isEqualTo(403);
    assertThat(get(worker.token(), timeline(id)).status()).isEqualTo(403);
  }

  @Test
  void saysWhatItAnswersInTheOpenApi() {
    var docs = get("", "/v3/api-docs").json();

    assertThat(docs.at("/paths/~1api~1v1~1members~1{id}~1disclosure/post").toString())
        .contains("#/components/schemas/DisclosureView");
    assertThat(docs.at("/paths/~1api~1v1~1members~1{id}~1timeline/get").toString())
        .contains("#/components/schemas/PageStaffTimelineItem");
  }
}
