package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
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

/** A recycled number: staff takes it from who had it and gives it to who holds it now. */
class PhoneLinkTest extends RunningService {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String PURPOSE = "号码已换机主，本人到场核实";

  private final Worker old = Worker.somebody();

  /** Somebody else, to whom the network gave the old person's number. */
  private final Worker holder = withPhoneOf(Worker.somebody(), old);

  private final String admin = TestTokens.staff(Role.UNION_ADMIN, "industry-courier");

  private String oldId = "";

  @Autowired private AccessLog accessLog;

  @BeforeEach
  void joined() {
    oldId = apply(old).text("/memberId");
  }

  private static Worker withPhoneOf(Worker worker, Worker other) {
    return new Worker("陈海霞", worker.idNumber(), other.phone());
  }

  private static String phone(String id) {
    return "/api/v1/members/" + id + "/phone";
  }

  private static String unlink(String id) {
    return phone(id) + "/unlink";
  }

  private static Map<String, Object> number(String phone) {
    return Map.of("phone", phone, "purpose", PURPOSE);
  }

  private static Map<String, Object> purpose() {
    return Map.of("purpose", PURPOSE);
  }

  private void assertSeesNothing(String token) {
    assertThat(get(token, "/api/v1/me").status()).isEqualTo(404);
    assertThat(get(token, "/api/v1/me/record").status()).isEqualTo(404);
    for (String list : List.of("applications", "timeline", "access-log")) {
      assertThat(get(token, "/api/v1/me/" + list).json().at("/items").size()).as(list).isZero();
    }
  }

  @Nested
  class WhenTheNewHolderHasNotApplied {

    @Test
    void seesNothingOfTheOldPersonAndApplies() {
      assertThat(get(holder.token(), "/api/v1/me").text("/memberId")).isEqualTo(oldId);
      assertThat(apply(holder).status()).isEqualTo(409);

      Answer unlinked = post(admin, unlink(oldId), purpose());

      assertThat(unlinked.status()).as(unlinked.body()).isEqualTo(200);
      assertThat(unlinked.text("/memberId")).isEqualTo(oldId);
      assertThat(unlinked.json().at("/phoneMasked").isNull()).isTrue();
      assertSeesNothing(holder.token());
      Answer applied = apply(holder);
      assertThat(applied.text("/state")).isEqualTo("APPROVED");
      assertThat(applied.text("/memberId")).isNotEqualTo(oldId);
      assertThat(get(holder.token(), "/api/v1/me").text("/name")).isEqualTo("陈海霞");
      assertThat(get(holder.token(), "/api/v1/me/applications").json().at("/items").size())
          .isEqualTo(1);
    }

    @Test
    void leavesTheOldPersonAMemberWhomStaffSeesWithoutAPhone() {
      post(admin, unlink(oldId), purpose());

      Answer seen = get(admin, "/api/v1/members/" + oldId);
      assertThat(seen.text("/state")).isEqualTo("ACTIVE");
      assertThat(seen.text("/phone")).isEmpty();
      Answer full =
          post(admin, "/api/v1/members/" + oldId + "/disclosure", Map.of("purpose", PURPOSE));
      assertThat(full.text("/phone")).isEmpty();
      assertThat(full.text("/idNumber")).isEqualTo(old.idNumber());
      assertThat(
              post(admin, "/api/v1/members/search", Map.of("phone", old.phone()))
                  .json()
                  .at("/items")
                  .size())
          .isZero();
    }

    @Test
    void sendsTheOldPersonNoMoreSms() {
      String service = TestTokens.staff(Role.SERVICE);
      post(admin, unlink(oldId), purpose());

      Answer contacts = post(service, "/internal/v1/contacts", Map.of("memberIds", List.of(oldId)));

      assertThat(contacts.status()).isEqualTo(200);
      assertThat(contacts.json().at("/items").size()).isZero();
    }

    @Test
    void letsTheOldPersonInAgainByAnotherNumber() {
      Worker another = Worker.somebody();
      post(admin, unlink(oldId), purpose());
      Worker again = new Worker(old.name(), old.idNumber(), another.phone());
      assertThat(apply(again).status()).isEqualTo(409);

      Answer linked = put(admin, phone(oldId), number(another.phone()));

      assertThat(linked.status()).as(linked.body()).isEqualTo(200);
      assertThat(get(another.token(), "/api/v1/me").text("/memberId")).isEqualTo(oldId);
      assertThat(get(another.token(), "/api/v1/me/access-log").text("/items/0/purpose"))
          .isEqualTo(PURPOSE);
    }

    @Test
    void isUnchangedTheSecondTime() {
      post(admin, unlink(oldId), purpose());

      assertThat(post(admin, unlink(oldId), purpose()).status()).isEqualTo(200);
      assertThat(get(admin, "/api/v1/members/" + oldId).json().at("/version").asLong())
          .isEqualTo(3);
    }
  }

  @Nested
  class WhenTheNewHolderIsAMemberByAnotherNumber {

    private final Worker member = Worker.somebody();
    private final String id = apply(member).text("/memberId");

    @Test
    void takesTheNumberFromTheOldPersonAndSaysFromWhom() {
      Answer linked = put(admin, phone(id), number(old.phone()));

      assertThat(linked.status()).as(linked.body()).isEqualTo(200);
      assertThat(linked.text("/memberId")).isEqualTo(id);
      assertThat(linked.text("/takenFrom")).isEqualTo(oldId);
      assertThat(linked.text("/phoneMasked"))
          .isEqualTo(old.phone().substring(0, 3) + "****" + old.phone().substring(7));
      assertThat(get(old.token(), "/api/v1/me").text("/memberId")).isEqualTo(id);
      assertThat(get(old.token(), "/api/v1/me/timeline").body()).doesNotContain(oldId);
      assertThat(get(member.token(), "/api/v1/me").status()).isEqualTo(404);
      assertThat(get(admin, "/api/v1/members/" + oldId).text("/phone")).isEmpty();
    }

    @Test
    void showsTheTimelineLiveToWhoeverSignedInWithTheNumber() throws Exception {
      Worker next = Worker.somebody();
      List<String> seen = new CopyOnWriteArrayList<>();
      try (HttpClient client = HttpClient.newHttpClient()) {
        Stream<String> lines =
            client
                .send(
                    request(next.token(), "/api/v1/me/timeline/stream").GET().build(),
                    BodyHandlers.ofLines())
                .body();
        Thread reader = Thread.ofVirtual().start(() -> readUntilClosed(lines, seen));
        await().atMost(SOON).until(() -> !seen.isEmpty());
        assertThat(seen).noneMatch(line -> line.contains("member.joined"));

        put(admin, phone(id), number(next.phone()));

        await()
            .atMost(SOON)
            .until(() -> seen.stream().anyMatch(line -> line.contains("member.joined")));
        client.shutdownNow();
        reader.join(Duration.ofSeconds(5));
      }
    }

    private static void readUntilClosed(Stream<String> lines, List<String> seen) {
      try (lines) {
        lines.forEach(seen::add);
      } catch (UncheckedIOException e) {
        seen.add("closed");
      }
    }

    @Test
    void takesItFromAMemberOfAnotherUnionToo() {
      Worker elsewhere = Worker.somebody();
      String other =
          apply(
                  elsewhere.token(),
                  UUID.randomUUID().toString(),
                  elsewhere.with("occupation", "OTHER"))
              .text("/memberId");
      assertThat(get(admin, "/api/v1/members/" + other).status()).isEqualTo(404);

      Answer linked = put(admin, phone(id), number(elsewhere.phone()));

      assertThat(linked.text("/takenFrom")).isEqualTo(other);
    }

    @Test
    void tellsBothWhoDidItAndWhatFor() {
      put(admin, phone(id), number("+86 " + old.phone()));

      for (String each : List.of(id, oldId)) {
        AccessLog.Entry entry = accessLog.latest(each, 10).getFirst();
        assertThat(entry.what()).isEqualTo("phone");
        assertThat(entry.purpose()).isEqualTo(PURPOSE);
        assertThat(entry.account()).startsWith("staff:UNION_ADMIN");
        assertThat(accessLog.isIntact(each)).isTrue();
      }
    }

    @Test
    void changesNothingWhereItIsTheMembersNumberAlready() {
      Answer linked = put(admin, phone(id), number(member.phone()));

      assertThat(linked.status()).isEqualTo(200);
      assertThat(linked.json().at("/takenFrom").isNull()).isTrue();
      assertThat(get(admin, "/api/v1/members/" + id).json().at("/version").asLong()).isEqualTo(2);
    }

    @Test
    void isDoneOnceByFiftyCallsAtOnce() throws InterruptedException {
      Callable<Answer> call = () -> put(admin, phone(id), number(old.phone()));

      List<Answer> answers;
      try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
        answers =
            callers.invokeAll(Collections.nCopies(50, call)).stream()
                .map(Future::resultNow)
                .toList();
      }

      assertThat(answers).extracting(Answer::status).containsOnly(200);
      assertThat(answers).extracting(answer -> answer.text("/takenFrom")).containsOnlyOnce(oldId);
      assertThat(get(admin, "/api/v1/members/" + id).json().at("/version").asLong()).isEqualTo(3);
      assertThat(get(admin, "/api/v1/members/" + oldId).json().at("/version").asLong())
          .isEqualTo(3);
      assertThat(accessLog.latest(id, 100)).hasSize(50);
      assertThat(accessLog.isIntact(id)).isTrue();
    }
  }

  @Nested
  class WhoeverMayNot {

    private void assertRefused(String token, int status) {
      assertThat(put(token, phone(oldId), number(Worker.somebody().phone())).status())
          .isEqualTo(status);
      assertThat(post(token, unlink(oldId), purpose()).status()).isEqualTo(status);
      assertThat(get(old.token(), "/api/v1/me").text("/memberId")).isEqualTo(oldId);
      assertThat(accessLog.latest(oldId, 10)).isEmpty();
    }

    @Test
    void showsNoTokenOrAForgedOne() {
      assertRefused("", 401);
      assertRefused(TestTokens.forged(old.phone()), 401);
    }

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"UNION_ADMIN", "FEDERATION_ADMIN"},
        mode = EnumSource.Mode.EXCLUDE)
    void hasAnotherRole(Role role) {
      assertRefused(TestTokens.staff(role, "460200"), 403);
    }

    @Test
    void isTheMember() {
      assertRefused(old.token(), 403);
    }

    @Test
    void isOfAnotherUnionOrFederation() {
      assertRefused(TestTokens.staff(Role.UNION_ADMIN, "460205"), 404);
      assertRefused(TestTokens.staffOf("460300", Role.FEDERATION_ADMIN), 404);
    }
  }

  @Test
  void letsTheFederationDoIt() {
    String federation = TestTokens.staff(Role.FEDERATION_ADMIN);

    assertThat(put(federation, phone(oldId), number(Worker.somebody().phone())).status())
        .isEqualTo(200);
    assertThat(post(federation, unlink(oldId), purpose()).status()).isEqualTo(200);
    assertThat(put(federation, phone("nobody"), number(Worker.somebody().phone())).status())
        .isEqualTo(404);
  }

  static Stream<Arguments> wrongRequests() {
    return Stream.of(
        Arguments.of("phone", null, List.of("phone:REQUIRED")),
        Arguments.of("phone", "0898-88888888", List.of("phone:PHONE_FORMAT")),
        Arguments.of("phone", "12345", List.of("phone:PHONE_FORMAT")),
        Arguments.of("phone", 13800138000L, List.of("phone:WRONG_TYPE")),
        Arguments.of("purpose", null, List.of("purpose:REQUIRED")),
        Arguments.of("purpose", "换号", List.of("purpose:TOO_SHORT")),
        Arguments.of("purpose", "换".repeat(201), List.of("purpose:TOO_LONG")),
        Arguments.of("purpose", "换机主\n了吗", List.of("purpose:PATTERN")),
        Arguments.of("memberId", "x", List.of("memberId:UNKNOWN_FIELD")));
  }

  @ParameterizedTest
  @MethodSource("wrongRequests")
  void namesWhatIsWrong(String field, Object value, List<String> errors) {
    Map<String, Object> body = new LinkedHashMap<>(number("13800138000"));
    body.put(field, value);

    Answer answer = put(admin, phone(oldId), body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).isEqualTo(errors);
    assertThat(accessLog.latest(oldId, 10)).isEmpty();
  }

  @Test
  void asksForAPurposeToTakeANumberAway() {
    assertThat(post(admin, unlink(oldId), Map.of()).errors()).containsExactly("purpose:REQUIRED");
    assertThat(post(admin, unlink(oldId), Map.of("purpose", "换号")).errors())
        .containsExactly("purpose:TOO_SHORT");
  }

  @Test
  void saysWhatItAnswersInTheOpenApi() {
    var docs = get("", "/v3/api-docs").json();

    assertThat(docs.at("/paths/~1api~1v1~1members~1{id}~1phone/put").toString())
        .contains("#/components/schemas/PhoneLinkView");
    assertThat(docs.at("/paths/~1api~1v1~1members~1{id}~1phone~1unlink/post").toString())
        .contains("#/components/schemas/PhoneLinkView");
  }
}
