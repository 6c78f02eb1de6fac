package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.membership.RunningService;
import org.nuanxin.membership.Worker;
import org.nuanxin.membership.union.Occupation;

class RoutingTest extends RunningService {

  private static final String ROUTING = "/api/v1/routing";
  private static final String COMMUNITY = "460202198001";

  private final Worker worker = Worker.somebody();

  static Stream<Arguments> ways() {
    return Stream.of(
        arguments("COURIER", "三亚 海韵 示例快运（有限公司）", "KEY_ENTERPRISE", "key-haiyun-express"),
        arguments("COURIER", "某个体户", "INDUSTRY", "industry-courier"),
        arguments("TRUCK_DRIVER", null, "INDUSTRY", "industry-freight"),
        arguments("OTHER", null, "COMMUNITY", COMMUNITY));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void tellsTheUnionAndWhy(String occupation, String employer, String route, String union) {
    Answer answer = post(worker.token(), ROUTING, body(occupation, employer, COMMUNITY));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/union/id")).isEqualTo(union);
    assertThat(answer.text("/union/route")).isEqualTo(route);
    assertThat(answer.text("/union/reason")).contains(answer.text("/union/name"));
  }

  @ParameterizedTest
  @EnumSource(Occupation.class)
  void tellsWhatAnApplicationIsThenAnswered(Occupation occupation) {
    Map<String, Object> application = worker.with("occupation", occupation.name());

    Answer before = post(worker.token(), ROUTING, body(occupation.name(), null, COMMUNITY));
    Answer applied = apply(worker.token(), "key", application);

    assertThat(before.json().at("/union")).isEqualTo(applied.json().at("/union"));
  }

  @Test
  void answersInTheLanguageThatIsAccepted() {
    HttpRequest request =
        request(worker.token(), ROUTING)
            .header("Content-Type", "application/json")
            .header("Accept-Language", "en")
            .POST(body(body("COURIER", null, COMMUNITY)))
            .build();

    assertThat(send(request).text("/union/reason")).startsWith("Your industry has a federation");
  }

  @Test
  void storesNothing() {
    post(worker.token(), ROUTING, body("COURIER", null, COMMUNITY));

    assertThat(get(worker.token(), "/api/v1/me/record").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "WORKER", mode = EnumSource.Mode.EXCLUDE)
  void answersWhoeverIsSignedIn(Role role) {
    assertThat(post(TestTokens.staff(role), ROUTING, body("COURIER", null, COMMUNITY)).status())
        .isEqualTo(200);
  }

  @Test
  void asksForAToken() {
    Map<String, Object> body = body("COURIER", null, COMMUNITY);

    assertThat(post("", ROUTING, body).status()).isEqualTo(401);
    assertThat(post(TestTokens.forged(worker.phone()), ROUTING, body).status()).isEqualTo(401);
    assertThat(post(TestTokens.expired(worker.phone()), ROUTING, body).status()).isEqualTo(401);
  }

  static Stream<Arguments> wrongFields() {
    return Stream.of(
        arguments("occupation", null, "occupation:REQUIRED"),
        arguments("occupation", "", "occupation:REQUIRED"),
        arguments("occupation", "WIZARD", "occupation:NOT_ALLOWED"),
        arguments("occupation", 1, "occupation:WRONG_TYPE"),
        arguments("communityCode", null, "communityCode:REQUIRED"),
        arguments("communityCode", "460202", "communityCode:COMMUNITY_UNKNOWN"),
        arguments("communityCode", "110101001001", "communityCode:COMMUNITY_UNKNOWN"),
        arguments("communityCode", List.of(), "communityCode:WRONG_TYPE"),
        arguments("employer", "海韵", "employer:WRONG_TYPE"),
        arguments("employer", Map.of(), "employer.name:REQUIRED"),
        arguments("employer", Map.of("name", " "), "employer.name:REQUIRED"),
        arguments("employer", Map.of("name", "司".repeat(101)), "employer.name:TOO_LONG"),
        arguments("employer", Map.of("name", "<b>"), "employer.name:PATTERN"),
        arguments("employer", Map.of("name", 1), "employer.name:WRONG_TYPE"),
        arguments("employer", Map.of("id", "x"), "employer.id:UNKNOWN_FIELD"),
        arguments("name", "符亚海", "name:UNKNOWN_FIELD"));
  }

  @ParameterizedTest
  @MethodSource("wrongFields")
  void namesTheFieldThatIsWrong(String field, Object value, String error) {
    Map<String, Object> body = body("COURIER", null, COMMUNITY);
    body.put(field, value);

    Answer answer = post(worker.token(), ROUTING, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.errors()).containsExactly(error);
  }

  @Test
  void namesEveryFieldThatIsWrong() {
    assertThat(post(worker.token(), ROUTING, body("1", "$", "1")).errors())
        .containsExactlyInAnyOrder(
            "occupation:NOT_ALLOWED", "employer.name:PATTERN", "communityCode:COMMUNITY_UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "1", "{", "\"x\""})
  void refusesWhatIsNoRequest(String body) {
    assertThat(post(worker.token(), ROUTING, body).status()).isEqualTo(400);
  }

  private static Map<String, Object> body(String occupation, String employer, String community) {
    Map<String, Object> body = new HashMap<>();
    body.put("occupation", occupation);
    body.put("employer", employer == null ? null : Map.of("name", employer));
    body.put("communityCode", community);
    return body;
  }
}
