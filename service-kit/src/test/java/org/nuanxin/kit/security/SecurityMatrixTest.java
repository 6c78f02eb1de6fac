package org.nuanxin.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.kit.pii.BlindIndex;
import org.nuanxin.kit.pii.TestPii;
import org.nuanxin.kit.web.TinyServiceTest;
import tools.jackson.databind.JsonNode;

class SecurityMatrixTest extends TinyServiceTest {

  private static final String PHONE = "13800138000";
  private static final String PHONE_INDEX =
      TestPii.blindIndex().of("+8613800138000", BlindIndex.PHONE);

  @Nested
  class AGoodToken {

    @Test
    void tellsWhoTheWorkerIs() {
      JsonNode caller = json(get("/api/v1/worker", TestTokens.worker(PHONE)));

      assertThat(caller.path("roles").toString()).isEqualTo("[\"WORKER\"]");
      assertThat(caller.path("federation").asString()).isEqualTo("460200");
      assertThat(caller.path("phoneIndex").asString()).isEqualTo(PHONE_INDEX);
    }

    @Test
    void tellsWhichUnionsAStaffMemberCovers() {
      JsonNode caller =
          json(get("/api/v1/staff", TestTokens.staff(Role.REVIEWER, "u-jiyang", "u-tianya")));

      assertThat(caller.path("unions").toString()).isEqualTo("[\"u-jiyang\",\"u-tianya\"]");
      assertThat(caller.path("phoneIndex").isNull()).isTrue();
    }

    @Test
    void tellsWhichStationAKeeperKeeps() {
      JsonNode caller = json(get("/api/v1/anyone", TestTokens.keeper("s-1")));

      assertThat(caller.path("station").asString()).isEqualTo("s-1");
    }

    @Test
    void ofAnotherIssuerFindsTheWorkerByTheStandardPhoneNumber() {
      JsonNode caller =
          json(get("/api/v1/worker", TestTokens.workerOfOtherIssuer("+86 138 0013 8000")));

      assertThat(caller.path("phoneIndex").asString()).isEqualTo(PHONE_INDEX);
    }

    @Test
    void mayHaveRolesThatWeDoNotKnow() {
      String token = TestTokens.with("s", Map.of("roles", List.of("WORKER", "WIZARD")));

      assertThat(json(get("/api/v1/worker", token)).path("roles").toString())
          .isEqualTo("[\"WORKER\"]");
    }

    @Test
    void withClaimsOfOddTypesHasNoRolesRatherThanAnError() {
      String token = TestTokens.with("s", Map.of("roles", "WORKER", "unions", 5, "station", 7));

      problem(get("/api/v1/worker", token), 403, "forbidden");
    }

    @Test
    void keepsItsFederation() {
      JsonNode caller = json(get("/api/v1/worker", TestTokens.worker(PHONE, "330100")));

      assertThat(caller.path("federation").asString()).isEqualTo("330100");
    }

    @Test
    void isVerifiedOnceAndThenRemembered() {
      String token = TestTokens.worker(PHONE);
      get("/api/v1/worker", token);
      int before = TestTokens.keyRequests();

      for (int i = 0; i < 20; i++) {
        assertThat(get("/api/v1/worker", token).statusCode()).isEqualTo(200);
      }

      assertThat(TestTokens.keyRequests()).isEqualTo(before);
    }
  }

  @Nested
  class ABadToken {

    @Test
    void thatIsForgedIsRefused() {
      refused(TestTokens.forged(PHONE));
    }

    @Test
    void thatIsNotSignedIsRefused() {
      refused(TestTokens.unsigned(PHONE));
    }

    @Test
    void thatExpiredIsRefused() {
      refused(TestTokens.expired(PHONE));
    }

    @Test
    void ofAnotherIssuerThanConfiguredIsRefused() {
      refused(TestTokens.ofOtherIssuer(PHONE));
    }

    @Test
    void forAnotherAudienceIsRefused() {
      refused(TestTokens.forOtherAudience(PHONE));
    }

    @Test
    void withAChangedPayloadIsRefused() {
      String[] parts = TestTokens.worker(PHONE).split("\\.");
      String[] other = TestTokens.staff(Role.FEDERATION_ADMIN).split("\\.");

      refused(parts[0] + "." + other[1] + "." + parts[2]);
    }

    @Test
    void withoutASubjectIsRefused() {
      refused(TestTokens.with("", Map.of("roles", List.of("WORKER"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "....", "eyJhbGciOiJub25lIn0.e30."})
    void thatIsNoneAtAllIsRefused(String nonsense) {
      refused(nonsense);
    }

    @Test
    void withAnUnknownKeyIsRefusedAndDoesNotMakeUsHammerTheIssuer() {
      int before = TestTokens.keyRequests();

      for (int i = 0; i < 10; i++) {
        refused(TestTokens.ofUnknownKey(PHONE));
      }

      assertThat(TestTokens.keyRequests() - before).isLessThanOrEqualTo(4);
    }

    @Test
    void isRefusedAlsoWhereNoneIsNeeded() {
      problem(get("/api/v1/public/maybe", TestTokens.forged(PHONE)), 401, "invalid-token");
    }

    private void refused(String token) {
      HttpResponse<String> response = get("/api/v1/worker", token);
      problem(response, 401, "invalid-token");
      assertThat(response.headers().firstValue("WWW-Authenticate"))
          .hasValueSatisfying(header -> assertThat(header).startsWith("Bearer"));
    }
  }

  @Nested
  class WithoutAToken {

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/worker", "/api/v1/staff", "/api/v1/anyone", "/api/v1/nothing"})
    void aClosedPathAsksForOne(String path) {
      HttpResponse<String> response = get(path);

      problem(response, 401, "unauthorized");
      assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void aPublicPathAnswers() {
      assertThat(json(get("/api/v1/public/maybe")).path("known").asBoolean()).isFalse();
    }

    @Test
    void aPublicPathThatNeedsACallerAfterAllAsksForOne() {
      problem(get("/api/v1/public/must"), 401, "unauthorized");
    }

    @Test
    void aTokenInTheUrlCountsForNothing() {
      problem(get("/api/v1/worker?access_token=" + TestTokens.worker(PHONE)), 401, "unauthorized");
    }
  }

  @Nested
  class ByRole {

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyTheNamedRolesMayCallAStaffPath(Role role) {
      int expected = role == Role.REVIEWER || role == Role.UNION_ADMIN ? 200 : 403;

      assertThat(get("/api/v1/staff", TestTokens.staff(role)).statusCode()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aPathThatNoRuleNamesIsClosedToEverybody(Role role) {
      problem(get("/api/v1/forgotten", TestTokens.staff(role)), 403, "forbidden");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "OPS", mode = EnumSource.Mode.EXCLUDE)
    void onlyOpsMaySeeOperations(Role role) {
      problem(get("/api/v1/ops/status", TestTokens.staff(role)), 403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/Worker", "/api/v1//worker", "/api/v1/worker/", "/api/v1/%2e/worker"})
    void aPathWrittenOtherwiseOpensNothing(String path) {
      assertThat(get(path, TestTokens.staff(Role.AUDITOR)).statusCode()).isIn(400, 403);
    }
  }

  @Nested
  class TheManagementPort {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/actuator/health",
          "/actuator/health/liveness",
          "/actuator/health/readiness",
          "/actuator/prometheus"
        })
    void showsProbesAndFigures(String path) {
      assertThat(management(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/actuator/env",
          "/actuator/heapdump",
          "/actuator/loggers",
          "/actuator/beans",
          "/actuator/threaddump",
          "/api/v1/worker"
        })
    void showsNothingElse(String path) {
      assertThat(management(path).statusCode()).isIn(401, 403, 404);
    }

    @Test
    void isTheOnlyOneWithProbes() {
      assertThat(get("/actuator/health").statusCode()).isEqualTo(401);
    }

    @Test
    void tagsItsFiguresWithServiceAndInstance() {
      assertThat(management("/actuator/prometheus").body())
          .contains("instance=\"tiny-service-1\"", "service=\"tiny-service\"");
    }

    private HttpResponse<String> management(String path) {
      return send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path)).GET());
    }
  }

  @Test
  void publishesItsOpenApiWithBearerAndProblem() {
    JsonNode api = json(get("/v3/api-docs"));

    assertThat(api.at("/openapi").asString()).startsWith("3.1");
    assertThat(api.at("/components/securitySchemes/bearer/scheme").asString()).isEqualTo("bearer");
    assertThat(api.at("/components/schemas/Problem/properties/type").isMissingNode()).isFalse();
    assertThat(api.at("/paths/~1api~1v1~1worker/get/parameters").isMissingNode()).isTrue();
  }
}
