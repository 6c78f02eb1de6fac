package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuanxin.kit.pii.Masked;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.membership.RunningService;
import org.nuanxin.membership.Worker;
import org.nuanxin.membership.access.AccessLog;
import org.springframework.beans.factory.annotation.Autowired;

/** Who reads what an applicant sent in plain, and who reads it masked. */
class FormDisclosureTest extends RunningService {

  private static final String STATION = "S1";
  private static final String REVIEW = "/api/v1/review/applications/";

  private final Worker worker = Worker.somebody();
  private final String reviewer = TestTokens.staff(Role.REVIEWER, "industry-courier");

  @Autowired private AccessLog accessLog;

  /** Ends of an application, after each of which nobody has to decide about it any more. */
  enum End {
    APPROVED,
    REJECTED,
    WITHDRAWN
  }

  private String waiting() {
    Map<String, Object> application = worker.forReview();
    application.put("stationCode", STATION);
    return apply(worker.token(), UUID.randomUUID().toString(), application).text("/id");
  }

  private String returned() {
    String id = waiting();
    decide(id, "return", Map.of("reason", "请核对姓名", "fields", List.of("name")));
    return id;
  }

  private String ended(End end) {
    String id = waiting();
    switch (end) {
      case APPROVED -> decide(id, "approve", Map.of());
      case REJECTED -> decide(id, "reject", Map.of("code", "OUTSIDE_CITY"));
      case WITHDRAWN ->
          assertThat(post(worker.token(), "/api/v1/applications/" + id + "/withdraw").status())
              .isEqualTo(200);
    }
    return id;
  }

  private void decide(String id, String decision, Map<String, Object> body) {
    assertThat(post(reviewer, REVIEW + id + "/" + decision, body).status()).isEqualTo(200);
  }

  private Answer read(String token, String id) {
    Answer answer = get(token, "/api/v1/applications/" + id);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private void assertPlain(Answer answer) {
    assertThat(answer.text("/form/name")).isEqualTo(worker.name());
    assertThat(answer.text("/form/idNumber")).isEqualTo(worker.idNumber());
    assertThat(answer.text("/form/phone")).isEqualTo("+86" + worker.phone());
    assertThat(answer.text("/form/occupation")).isEqualTo("COURIER");
  }

  private void assertMasked(Answer answer) {
    assertThat(answer.text("/form/name")).isEqualTo("符**");
    assertThat(answer.text("/form/idNumber")).isEqualTo(Masked.idNumber(worker.idNumber()));
    assertThat(answer.text("/form/phone")).isEqualTo(Masked.phone("+86" + worker.phone()));
    assertThat(answer.body())
        .doesNotContain(worker.idNumber())
        .doesNotContain(worker.phone())
        .doesNotContain(worker.name());
    assertThat(answer.text("/form/occupation")).isEqualTo("COURIER");
    assertThat(answer.text("/form/platforms/0")).isEqualTo("示例速递");
    assertThat(answer.text("/form/employer/name")).contains("海韵");
    assertThat(answer.text("/form/communityCode")).isEqualTo("460202198001");
    assertThat(answer.text("/form/stationCode")).isEqualTo(STATION);
    assertThat(answer.text("/form/consentVersion")).isEqualTo("2026-01");
    assertThat(answer.text("/form/language")).isEqualTo("zh-CN");
  }

  private String keeper() {
    return TestTokens.keeper(STATION);
  }

  @ParameterizedTest
  @CsvSource({
    "REVIEWER, industry-courier",
    "UNION_ADMIN, industry-courier",
    "UNION_ADMIN, 460200",
    "FEDERATION_ADMIN, 460200"
  })
  void opensTheFormToWhoMayDecideWhileItIsUndecided(Role role, String union) {
    String staff = TestTokens.staff(role, union);
    String id = waiting();

    assertPlain(read(staff, id));
    decide(id, "return", Map.of("reason", "请核对姓名", "fields", List.of("name")));
    assertPlain(read(staff, id));
  }

  @ParameterizedTest
  @EnumSource(End.class)
  void masksTheFormForAllStaffOnceNobodyHasToDecide(End end) {
    String id = ended(end);

    for (Role role :
        List.of(Role.REVIEWER, Role.UNION_ADMIN, Role.FEDERATION_ADMIN, Role.AUDITOR)) {
      Answer answer = read(TestTokens.staff(role, "460200"), id);
      assertThat(answer.text("/state")).isEqualTo(end.name());
      assertMasked(answer);
    }
    assertMasked(read(keeper(), id));
  }

  @Test
  void masksTheFormOfWhatTheRulesDecidedAtOnce() {
    String id = apply(worker).text("/id");

    Answer answer = read(reviewer, id);

    assertThat(answer.text("/form/idNumber")).isEqualTo(Masked.idNumber(worker.idNumber()));
    assertThat(answer.body()).doesNotContain(worker.idNumber()).doesNotContain(worker.phone());
  }

  @Test
  void neverOpensTheFormToAnAuditorOrAStation() {
    String id = returned();
    String auditor = TestTokens.staff(Role.AUDITOR);
    String reviewerElsewhere =
        TestTokens.with(
            "both", Map.of("roles", List.of("AUDITOR", "REVIEWER"), "unions", List.of("460205")));

    assertMasked(read(auditor, id));
    assertMasked(read(reviewerElsewhere, id));
    assertMasked(read(keeper(), id));
  }

  @Test
  void opensTheFormToAnAuditorWhoIsAlsoTheReviewer() {
    String id = waiting();
    String both =
        TestTokens.with(
            "both",
            Map.of("roles", List.of("AUDITOR", "REVIEWER"), "unions", List.of("industry-courier")));

    assertPlain(read(both, id));
  }

  @ParameterizedTest
  @EnumSource(End.class)
  void showsTheApplicantAllOfItBeforeAndAfter(End end) {
    String id = ended(end);

    assertPlain(read(worker.token(), id));
  }

  @Test
  void showsTheOpenOneAloneOfAPersonsApplications() {
    String refused = ended(End.REJECTED);
    String again = apply(worker).text("/id");

    assertMasked(read(reviewer, refused));
    assertPlain(read(reviewer, again));
  }

  @Test
  void writesDownEveryLookPlainOrMasked() {
    String id = waiting();

    read(reviewer, id);
    read(TestTokens.staff(Role.AUDITOR), id);
    read(keeper(), id);
    decide(id, "approve", Map.of());
    read(reviewer, id);

    Answer log = get(worker.token(), "/api/v1/me/access-log");
    assertThat(log.json().at("/items").size()).isEqualTo(4);
    assertThat(log.json().at("/items").valueStream())
        .allSatisfy(look -> assertThat(look.path("what").asString()).isEqualTo("application"));
    assertThat(accessLog.isIntact(id.substring(0, id.indexOf('-')))).isTrue();
  }
}
