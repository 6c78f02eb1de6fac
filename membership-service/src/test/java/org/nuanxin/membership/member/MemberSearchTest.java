package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

class MemberSearchTest extends RunningService {

  private static final String SEARCH = "/api/v1/members/search";

  private final Worker worker = Worker.somebody();
  private final String reviewer = TestTokens.staff(Role.REVIEWER, "industry-courier");

  private List<String> found(String token, Map<String, ?> query) {
    Answer answer = post(token, SEARCH, query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer
        .json()
        .at("/items")
        .valueStream()
        .map(item -> item.path("memberId").asString())
        .toList();
  }

  @Test
  void findsAMemberByPhoneByIdNumberAndByMembershipNumber() {
    Answer joined = apply(worker);
    String id = joined.text("/memberId");
    String number = joined.text("/membershipNumber");

    assertThat(found(reviewer, Map.of("phone", worker.phone()))).containsExactly(id);
    assertThat(found(reviewer, Map.of("phone", "+86 " + worker.phone()))).containsExactly(id);
    assertThat(found(reviewer, Map.of("idNumber", worker.idNumber()))).containsExactly(id);
    assertThat(found(reviewer, Map.of("membershipNumber", number))).containsExactly(id);
    assertThat(
            found(
                reviewer,
                Map.of(
                    "phone",
                    worker.phone(),
                    "idNumber",
                    worker.idNumber(),
                    "membershipNumber",
                    number,
                    "state",
                    "ACTIVE",
                    "unionId",
                    "460200",
                    "occupation",
                    "COURIER")))
        .containsExactly(id);
    assertThat(found(reviewer, Map.of("phone", worker.phone(), "state", "LEFT"))).isEmpty();
    assertThat(
            found(
                reviewer,
                Map.of("phone", worker.phone(), "idNumber", Worker.somebody().idNumber())))
        .isEmpty();
  }

  @Test
  void showsAMemberMasked() {
    Answer joined = apply(worker);

    Answer answer = post(reviewer, SEARCH, Map.of("phone", worker.phone()));

    assertThat(answer.text("/items/0/membershipNumber"))
        .isEqualTo(joined.text("/membershipNumber"));
    assertThat(answer.text("/items/0/state")).isEqualTo("ACTIVE");
    assertThat(answer.text("/items/0/name")).isEqualTo("符**");
    assertThat(answer.text("/items/0/phone")).startsWith("139****");
    assertThat(answer.text("/items/0/union/id")).isEqualTo("industry-courier");
    assertThat(answer.text("/items/0/union/name")).isNotEmpty();
    assertThat(answer.text("/items/0/occupation")).isEqualTo("COURIER");
    assertThat(answer.text("/items/0/joinedAt")).isNotEmpty();
    assertThat(answer.json().at("/next").isNull()).isTrue();
    assertThat(answer.body()).doesNotContain(worker.phone()).doesNotContain(worker.idNumber());
  }

  @Test
  void findsWhoHasOnlyAppliedByPhoneButNotInTheList() {
    apply(worker.token(), UUID.randomUUID().toString(), worker.forReview());

    Answer byPhone = post(reviewer, SEARCH, Map.of("phone", worker.phone()));

    String id = byPhone.text("/items/0/memberId");
    assertThat(byPhone.json().at("/items/0/state").isNull()).isTrue();
    assertThat(byPhone.json().at("/items/0/membershipNumber").isNull()).isTrue();
    assertThat(byPhone.json().at("/items/0/joinedAt").isNull()).isTrue();
    assertThat(found(reviewer, Map.of("limit", 100))).doesNotContain(id);
  }

  @Test
  void listsTheNewestFirstAndPagesThroughEveryOne() {
    List<String> joined =
        Stream.generate(Worker::somebody)
            .limit(5)
            .map(each -> apply(each).text("/memberId"))
            .toList();
    List<String> seen = new ArrayList<>();
    Map<String, Object> query = new HashMap<>(Map.of("limit", 2, "state", "ACTIVE"));
    do {
      Answer page = post(reviewer, SEARCH, query);
      assertThat(page.status()).as(page.body()).isEqualTo(200);
      page.json().at("/items").forEach(item -> seen.add(item.path("memberId").asString()));
      query.put("cursor", page.json().at("/next").isNull() ? null : page.text("/next"));
    } while (query.get("cursor") != null);

    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen.subList(0, 5)).containsExactlyElementsOf(joined.reversed());
    assertThat(found(reviewer, Map.of("limit", 100))).containsAll(joined);
  }

  @Test
  void narrowsTheListByStateUnionAndOccupation() {
    String active = apply(worker).text("/memberId");
    Worker leaver = Worker.somebody();
    String left = apply(leaver).text("/memberId");
    post(leaver.token(), "/api/v1/me/leave");

    assertThat(found(reviewer, Map.of("state", "ACTIVE"))).contains(active).doesNotContain(left);
    assertThat(found(reviewer, Map.of("state", "LEFT"))).contains(left).doesNotContain(active);
    assertThat(found(reviewer, Map.of("unionId", "industry-courier"))).contains(active, left);
    assertThat(found(reviewer, Map.of("unionId", "460205"))).isEmpty();
    assertThat(found(reviewer, Map.of("occupation", "TRUCK_DRIVER"))).doesNotContain(active);
  }

  @Test
  void showsNobodyOfAnotherUnionOrFederation() {
    String id = apply(worker).text("/memberId");
    String elsewhere = TestTokens.staff(Role.UNION_ADMIN, "460205");
    String otherCity = TestTokens.staffOf("460300", Role.FEDERATION_ADMIN);

    for (String stranger : List.of(elsewhere, otherCity)) {
      assertThat(found(stranger, Map.of("phone", worker.phone()))).isEmpty();
      assertThat(found(stranger, Map.of("idNumber", worker.idNumber()))).isEmpty();
      assertThat(found(stranger, Map.of("limit", 100))).doesNotContain(id);
      assertThat(found(stranger, Map.of("unionId", "industry-courier"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"WORKER", "STATION_KEEPER", "PROVIDER", "OPS", "SERVICE"})
  void refusesOtherRoles(Role role) {
    assertThat(post(TestTokens.staff(role, "460200"), SEARCH, Map.of()).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"REVIEWER", "UNION_ADMIN", "FEDERATION_ADMIN", "AUDITOR"})
  void servesTheStaffThatReads(Role role) {
    String id = apply(worker).text("/memberId");

    assertThat(found(TestTokens.staff(role, "460200"), Map.of("phone", worker.phone())))
        .containsExactly(id);
  }

  @Test
  void refusesWhoShowsNoTokenOrAForgedOne() {
    assertThat(post("", SEARCH, Map.of()).status()).isEqualTo(401);
    assertThat(post(TestTokens.forged(worker.phone()), SEARCH, Map.of()).status()).isEqualTo(401);
  }

  static Stream<Arguments> wrongFields() {
    return Stream.of(
        Arguments.of("phone", "12345", "phone:PHONE_FORMAT"),
        Arguments.of("phone", "", "phone:PHONE_FORMAT"),
        Arguments.of("phone", Map.of("$ne", ""), "phone:WRONG_TYPE"),
        Arguments.of("idNumber", "46020019900101123", "idNumber:PATTERN"),
        Arguments.of("idNumber", "$where", "idNumber:PATTERN"),
        Arguments.of("membershipNumber", "7", "membershipNumber:PATTERN"),
        Arguments.of("membershipNumber", Map.of("$gt", ""), "membershipNumber:WRONG_TYPE"),
        Arguments.of("state", "active", "state:NOT_ALLOWED"),
        Arguments.of("state", 1, "state:WRONG_TYPE"),
        Arguments.of("unionId", "nowhere", "unionId:UNKNOWN"),
        Arguments.of("occupation", "PILOT", "occupation:NOT_ALLOWED"),
        Arguments.of("cursor", "forged", "cursor:PATTERN"),
        Arguments.of("limit", 0, "limit:OUT_OF_RANGE"),
        Arguments.of("limit", 101, "limit:OUT_OF_RANGE"),
        Arguments.of("limit", "ten", "limit:WRONG_TYPE"),
        Arguments.of("name", "符", "name:UNKNOWN_FIELD"));
  }

  @ParameterizedTest
  @MethodSource("wrongFields")
  void namesTheOneFieldThatIsWrong(String field, Object value, String error) {
    Answer answer = post(reviewer, SEARCH, Map.of(field, value));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.errors()).containsExactly(error);
  }

  @Test
  void namesEveryFieldThatIsWrong() {
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("phone", "1");
    query.put("idNumber", "2");
    query.put("membershipNumber", "3");
    query.put("state", "4");
    query.put("unionId", "5");
    query.put("occupation", "6");
    query.put("cursor", "7");
    query.put("limit", 1000);

    assertThat(post(reviewer, SEARCH, query).errors())
        .extracting(error -> error.substring(0, error.indexOf(':')))
        .containsExactlyInAnyOrderElementsOf(query.keySet());
  }

  @Test
  void saysWhatItAnswersInTheOpenApi() {
    Answer docs = get("", "/v3/api-docs");

    assertThat(
            docs.json()
                .at("/paths/~1api~1v1~1members~1search/post/responses/200/content")
                .toString())
        .contains("#/components/schemas/PageMemberItem");
    assertThat(docs.json().at("/components/schemas/MemberItem/properties").propertyNames())
        .contains("memberId", "membershipNumber", "state", "union", "joinedAt");
  }
}
