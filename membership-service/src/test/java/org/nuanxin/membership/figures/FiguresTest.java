package org.nuanxin.membership.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.membership.RunningService;
import org.nuanxin.membership.Worker;
import tools.jackson.databind.JsonNode;

class FiguresTest extends RunningService {

  private static final String FIGURES = "/api/v1/figures";

  private final String admin = TestTokens.staff(Role.FEDERATION_ADMIN);

  private JsonNode figures(String token) {
    Answer answer = get(token, FIGURES);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  /** Figures counted after this moment. */
  private JsonNode figuresFromNowOn(String token) {
    Instant now = Instant.now();
    Predicate<JsonNode> isLater =
        figures -> Instant.parse(figures.path("asOf").asString()).isAfter(now);
    return await().atMost(Duration.ofSeconds(70)).until(() -> figures(token), isLater);
  }

  private static long sum(JsonNode list, String field) {
    return list.valueStream().mapToLong(each -> each.path(field).asLong()).sum();
  }

  @Test
  void tellsEveryFigureOfTheCallersUnions() {
    String couriers = TestTokens.staff(Role.REVIEWER, "industry-courier");
    String elsewhere = TestTokens.staff(Role.UNION_ADMIN, "460205");
    JsonNode before = figuresFromNowOn(couriers);
    JsonNode strangers = figures(elsewhere);
    Stream.generate(Worker::somebody).limit(3).forEach(this::apply);
    Worker waiting = Worker.somebody();
    apply(waiting.token(), UUID.randomUUID().toString(), waiting.forReview());
    Worker leaver = Worker.somebody();
    apply(leaver);
    post(leaver.token(), "/api/v1/me/leave");

    JsonNode after = figuresFromNowOn(couriers);

    assertThat(after.path("joined").asLong()).isEqualTo(before.path("joined").asLong() + 3);
    assertThat(after.path("waiting").asLong()).isEqualTo(before.path("waiting").asLong() + 1);
    JsonNode today = after.path("today");
    JsonNode earlier = before.path("today");
    assertThat(today.path("applied").asLong()).isEqualTo(earlier.path("applied").asLong() + 5);
    assertThat(today.path("joined").asLong()).isEqualTo(earlier.path("joined").asLong() + 4);
    assertThat(today.path("decided").asLong()).isEqualTo(earlier.path("decided").asLong() + 4);
    assertThat(today.path("onTime").asLong()).isEqualTo(earlier.path("onTime").asLong() + 4);
    assertThat(after.path("coverage").path("registered").asLong()).isEqualTo(23_000);
    for (String list : new String[] {"byRoute", "byOccupation", "byUnion", "byDistrict"}) {
      assertThat(sum(after.path(list), "joined")).as(list).isEqualTo(after.path("joined").asLong());
    }
    assertThat(after.at("/byUnion/0/id").asString()).isEqualTo("industry-courier");
    assertThat(after.at("/byUnion/0/name").asString()).isNotEmpty();
    assertThat(after.at("/byDistrict").valueStream().map(each -> each.path("name").asString()))
        .contains("吉阳区");
    assertThat(figuresFromNowOn(elsewhere).path("joined")).isEqualTo(strangers.path("joined"));
  }

  @Test
  void tellsTheDaysOneByOneUpToToday() {
    JsonNode figures = figures(admin);
    JsonNode byDay = figures.path("byDay");
    Instant asOf = Instant.parse(figures.path("asOf").asString());

    assertThat(byDay.size()).isEqualTo(14);
    assertThat(byDay.path(13).path("day").asString())
        .isEqualTo(LocalDate.ofInstant(asOf, ZoneId.of("Asia/Shanghai")).toString());
    assertThat(get(admin, FIGURES + "?days=1").json().path("byDay").size()).isEqualTo(1);
    assertThat(get(admin, FIGURES + "?days=92").json().path("byDay").size()).isEqualTo(92);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "93", "-1", "many", "1.5"})
  void namesTheDaysThatAreWrong(String days) {
    Answer answer = get(admin, FIGURES + "?days=" + days);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).singleElement().asString().startsWith("days:");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"WORKER", "STATION_KEEPER", "PROVIDER", "OPS", "SERVICE"})
  void refusesOtherRoles(Role role) {
    assertThat(get(TestTokens.staff(role, "460200"), FIGURES).status()).isEqualTo(403);
  }

  @Test
  void refusesWhoShowsNoTokenOrAForgedOne() {
    assertThat(get("", FIGURES).status()).isEqualTo(401);
    assertThat(get(TestTokens.forged("13912345678"), FIGURES).status()).isEqualTo(401);
  }

  @Test
  void tellsAnotherFederationNothing() {
    JsonNode figures = figures(TestTokens.staffOf("460300", Role.FEDERATION_ADMIN));

    assertThat(figures.path("joined").asLong()).isZero();
    assertThat(figures.path("waiting").asLong()).isZero();
    assertThat(sum(figures.path("byDay"), "applied")).isZero();
  }

  @Test
  void saysWhatItAnswersInTheOpenApi() {
    JsonNode docs = get("", "/v3/api-docs").json();

    assertThat(docs.at("/paths/~1api~1v1~1figures/get").toString())
        .contains("#/components/schemas/Figures");
    assertThat(docs.at("/components/schemas/Figures/properties").propertyNames())
        .contains("asOf", "joined", "today", "byDay", "byDistrict", "coverage");
  }
}
