package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.membership.RunningService;
import org.nuanxin.membership.Worker;
import tools.jackson.databind.JsonNode;

class OwnRecordTest extends RunningService {

  private static final String RECORD = "/api/v1/me/record";

  private final Worker worker = Worker.somebody();

  @Test
  void showsAMemberAllThatIsStored() {
    Map<String, Object> application = worker.with("employer", Map.of("name", "某个体户"));
    Answer applied = apply(worker.token(), "key", application);

    Answer answer = get(worker.token(), RECORD);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    JsonNode record = answer.json();
    String born = worker.idNumber().substring(6, 14);
    assertThat(record.path("memberId").asString()).isEqualTo(applied.text("/memberId"));
    assertThat(record.path("name").asString()).isEqualTo(worker.name());
    assertThat(record.path("idNumber").asString()).isEqualTo(worker.idNumber());
    assertThat(record.path("birthDate").asString().replace("-", "")).isEqualTo(born);
    assertThat(record.path("phone").asString()).isEqualTo("+86" + worker.phone());
    assertThat(record.path("occupation").asString()).isEqualTo("COURIER");
    assertThat(record.at("/platforms/0").asString()).isEqualTo("示例速递");
    assertThat(record.at("/employer/name").asString()).isEqualTo("某个体户");
    assertThat(record.at("/community/code").asString()).isEqualTo("460202198001");
    assertThat(record.at("/community/name").asString()).isEqualTo("永宁社区居委会");
    assertThat(record.path("language").asString()).isEqualTo("zh-CN");
    assertThat(record.path("consentVersion").asString()).isEqualTo("2026-01");
    assertThat(record.path("consentedAt").asString()).isEqualTo(applied.text("/submittedAt"));
    assertThat(record.at("/union/id").asString()).isEqualTo("industry-courier");
    assertThat(record.at("/union/name").asString()).isEqualTo(applied.text("/union/name"));
    assertThat(record.path("state").asString()).isEqualTo("ACTIVE");
    assertThat(Instant.parse(record.path("joinedAt").asString()))
        .isEqualTo(applied.text("/submittedAt"));
    assertThat(record.path("membershipNumber").asString())
        .isEqualTo(applied.text("/membershipNumber"));
  }

  @Test
  void showsAnApplicantWhatIsStoredBeforeJoining() {
    apply(worker.token(), "key", worker.forReview());

    JsonNode record = get(worker.token(), RECORD).json();

    assertThat(record.path("idNumber").asString()).isEqualTo(worker.idNumber());
    assertThat(record.path("membershipNumber").isNull()).isTrue();
    assertThat(record.path("joinedAt").isNull()).isTrue();
    assertThat(record.path("state").isNull()).isTrue();
  }

  @Test
  void tellsWhenTheConsentWasGivenAnew() {
    Answer applied = apply(worker.token(), "key", worker.forReview());
    String reviewer = TestTokens.staff(Role.REVIEWER, "460200");
    post(
        reviewer,
        "/api/v1/review/applications/" + applied.text("/id") + "/return",
        Map.of("reason", "请核对姓名", "fields", List.of("name")));
    Answer corrected =
        put(
            worker.token(),
            applied.header("Location"),
            with(worker.forReview(), "name", "符亚河"),
            "If-Match",
            get(worker.token(), applied.header("Location")).header("ETag"));

    JsonNode record = get(worker.token(), RECORD).json();

    assertThat(corrected.status()).isEqualTo(200);
    assertThat(record.path("name").asString()).isEqualTo("符亚河");
    assertThat(Instant.parse(record.path("consentedAt").asString()))
        .isAfter(applied.text("/submittedAt"));
  }

  @Test
  void isNotThereBeforeApplying() {
    Answer answer = get(worker.token(), RECORD);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void isStillThereAfterLeaving() {
    apply(worker);
    post(worker.token(), "/api/v1/me/leave");

    JsonNode record = get(worker.token(), RECORD).json();

    assertThat(record.path("state").asString()).isEqualTo("LEFT");
    assertThat(record.path("leftAt").isNull()).isFalse();
  }

  @Test
  void isNobodyElses() {
    apply(worker);
    Worker other = Worker.somebody();
    apply(other);

    assertThat(get(other.token(), RECORD).body())
        .contains(other.idNumber())
        .doesNotContain(worker.idNumber());
    assertThat(get(TestTokens.worker(worker.phone(), "110000"), RECORD).status()).isEqualTo(404);
  }

  @Test
  void isNoLookAtAnother() {
    apply(worker);
    get(worker.token(), RECORD);

    assertThat(get(worker.token(), "/api/v1/me/access-log").json().at("/items").size()).isZero();
  }

  @Test
  void asksForAToken() {
    assertThat(get("", RECORD).status()).isEqualTo(401);
    assertThat(get(TestTokens.forged(worker.phone()), RECORD).status()).isEqualTo(401);
    assertThat(get(TestTokens.expired(worker.phone()), RECORD).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "WORKER", mode = EnumSource.Mode.EXCLUDE)
  void isClosedToStaff(Role role) {
    assertThat(get(TestTokens.staff(role, "460200"), RECORD).status()).isEqualTo(403);
  }

  private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
    body.put(field, value);
    return body;
  }
}
