package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.membership.RunningService;
import org.nuanxin.membership.Worker;
import tools.jackson.databind.json.JsonMapper;

class BadInputTest extends RunningService {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  static Stream<Arguments> wrongFields() {
    String longName = "符".repeat(61);
    return Stream.of(
        Arguments.of("name", null, "name:REQUIRED"),
        Arguments.of("name", "", "name:REQUIRED"),
        Arguments.of("name", " \u3000 ", "name:REQUIRED"),
        Arguments.of("name", longName, "name:TOO_LONG"),
        Arguments.of("name", "符亚\u0000海", "name:PATTERN"),
        Arguments.of("name", "符亚\u200b海", "name:PATTERN"),
        Arguments.of("name", "符亚海1", "name:PATTERN"),
        Arguments.of("name", "\ud83d\ude00", "name:PATTERN"),
        Arguments.of("name", "·", "name:PATTERN"),
        Arguments.of("name", "{\"$gt\":\"\"}", "name:PATTERN"),
        Arguments.of("name", "$ne", "name:PATTERN"),
        Arguments.of("name", Map.of("$gt", ""), "name:WRONG_TYPE"),
        Arguments.of("name", 5, "name:WRONG_TYPE"),
        Arguments.of("name", List.of("a"), "name:WRONG_TYPE"),
        Arguments.of("idNumber", null, "idNumber:REQUIRED"),
        Arguments.of("idNumber", "46020019900101123", "idNumber:PATTERN"),
        Arguments.of("idNumber", "４６０２００１９９００１０１１２３４", "idNumber:PATTERN"),
        Arguments.of("idNumber", "$where", "idNumber:PATTERN"),
        Arguments.of("idNumber", Map.of("$ne", 1), "idNumber:WRONG_TYPE"),
        Arguments.of("idNumber", 460200199001011234L, "idNumber:WRONG_TYPE"),
        Arguments.of("idNumber", Worker.idNumber("990200", "19900101", 1), "idNumber:REGION"),
        Arguments.of("idNumber", Worker.idNumber("460200", "19900230", 1), "idNumber:DATE"),
        Arguments.of("idNumber", Worker.idNumber("460200", "19901301", 1), "idNumber:DATE"),
        Arguments.of("idNumber", Worker.idNumber("460200", "29990101", 1), "idNumber:DATE"),
        Arguments.of("idNumber", wrongCheckDigit(), "idNumber:CHECK_DIGIT"),
        Arguments.of(
            "idNumber", bornOn(TODAY.minusYears(16).plusDays(1)), "idNumber:AGE_AT_LEAST_16"),
        Arguments.of("idNumber", bornOn(TODAY.minusYears(121)), "idNumber:AGE_AT_MOST_120"),
        Arguments.of("phone", null, "phone:REQUIRED"),
        Arguments.of("phone", "12345", "phone:PHONE_FORMAT"),
        Arguments.of("phone", "+1 212 555 0100", "phone:PHONE_FORMAT"),
        Arguments.of("phone", "0898-88888888", "phone:PHONE_FORMAT"),
        Arguments.of("phone", "{\"$gt\":\"\"}", "phone:PHONE_FORMAT"),
        Arguments.of("phone", "13700000000", "phone:PHONE_NOT_VERIFIED"),
        Arguments.of("phone", Map.of("$regex", ".*"), "phone:WRONG_TYPE"),
        Arguments.of("occupation", null, "occupation:REQUIRED"),
        Arguments.of("occupation", "PILOT", "occupation:NOT_ALLOWED"),
        Arguments.of("occupation", "courier", "occupation:NOT_ALLOWED"),
        Arguments.of("occupation", "$in", "occupation:NOT_ALLOWED"),
        Arguments.of("occupation", 1, "occupation:WRONG_TYPE"),
        Arguments.of("platforms", null, "platforms:REQUIRED"),
        Arguments.of("platforms", "美团", "platforms:WRONG_TYPE"),
        Arguments.of("platforms", List.of(""), "platforms[0]:REQUIRED"),
        Arguments.of("platforms", List.of("a", "$ne"), "platforms[1]:PATTERN"),
        Arguments.of("platforms", List.of("a".repeat(41)), "platforms[0]:TOO_LONG"),
        Arguments.of(
            "platforms",
            List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"),
            "platforms:TOO_MANY"),
        Arguments.of("employer", "三亚", "employer:WRONG_TYPE"),
        Arguments.of("employer", Map.of(), "employer.name:REQUIRED"),
        Arguments.of("employer", Map.of("name", ""), "employer.name:REQUIRED"),
        Arguments.of("employer", Map.of("name", "a".repeat(101)), "employer.name:TOO_LONG"),
        Arguments.of("employer", Map.of("name", "{$gt: 1}"), "employer.name:PATTERN"),
        Arguments.of("employer", Map.of("$where", "1"), "employer.$where:UNKNOWN_FIELD"),
        Arguments.of("communityCode", null, "communityCode:REQUIRED"),
        Arguments.of("communityCode", "110101001001", "communityCode:COMMUNITY_UNKNOWN"),
        Arguments.of("communityCode", "460202", "communityCode:COMMUNITY_UNKNOWN"),
        Arguments.of("communityCode", "$exists", "communityCode:COMMUNITY_UNKNOWN"),
        Arguments.of("stationCode", "", "stationCode:PATTERN"),
        Arguments.of("stationCode", "../x", "stationCode:PATTERN"),
        Arguments.of("stationCode", "$gt", "stationCode:PATTERN"),
        Arguments.of("consentVersion", null, "consentVersion:REQUIRED"),
        Arguments.of("consentVersion", "2019-01", "consentVersion:CONSENT_NOT_CURRENT"),
        Arguments.of("consentVersion", "$ne", "consentVersion:CONSENT_NOT_CURRENT"),
        Arguments.of("language", null, "language:REQUIRED"),
        Arguments.of("language", "fr", "language:NOT_ALLOWED"),
        Arguments.of("language", "$ne", "language:NOT_ALLOWED"),
        Arguments.of("extra", "x", "extra:UNKNOWN_FIELD"),
        Arguments.of("$where", "1", "$where:UNKNOWN_FIELD"));
  }

  @ParameterizedTest
  @MethodSource("wrongFields")
  void namesTheOneFieldThatIsWrong(String field, Object value, String error) {
    Worker worker = Worker.somebody();

    Answer answer = apply(worker.token(), key(), worker.with(field, value));

    assertPreciseProblem(answer);
    assertThat(answer.errors()).containsExactly(error);
    assertThat(get(worker.token(), "/api/v1/me/applications").json().at("/items").size()).isZero();
  }

  @Test
  void namesEveryFieldThatIsWrong() {
    Map<String, Object> application = new LinkedHashMap<>();
    application.put("name", "$1");
    application.put("idNumber", "1");
    application.put("phone", "1");
    application.put("occupation", "1");
    application.put("platforms", List.of("$"));
    application.put("employer", Map.of("name", "<>"));
    application.put("communityCode", "1");
    application.put("stationCode", "?");
    application.put("consentVersion", "1");
    application.put("language", "1");

    Answer answer = apply(Worker.somebody().token(), key(), application);

    assertPreciseProblem(answer);
    assertThat(answer.errors())
        .containsExactlyInAnyOrder(
            "name:PATTERN",
            "idNumber:PATTERN",
            "phone:PHONE_FORMAT",
            "occupation:NOT_ALLOWED",
            "platforms[0]:PATTERN",
            "employer.name:PATTERN",
            "communityCode:COMMUNITY_UNKNOWN",
            "stationCode:PATTERN",
            "consentVersion:CONSENT_NOT_CURRENT",
            "language:NOT_ALLOWED");
  }

  @Test
  void asksForTheKeyBeforeItReadsTheBody() {
    Answer answer = post(Worker.somebody().token(), "/api/v1/applications", "{ not json");

    assertPreciseProblem(answer);
    assertThat(answer.errors()).containsExactly("Idempotency-Key:REQUIRED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "1",
        "{",
        "{\"name\":",
        "{} {}",
        "\"x\"",
        "{\"name\":\"a\",\"name\":\"b\"}"
      })
  void refusesWhatIsNoApplication(String body) {
    assertPreciseProblem(apply(Worker.somebody().token(), key(), body));
  }

  @Test
  void refusesDeepJson() {
    String deep = "{\"name\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";

    assertPreciseProblem(apply(Worker.somebody().token(), key(), deep));
  }

  @Test
  void refusesBrokenText() {
    Worker worker = Worker.somebody();
    byte[] body = JSON.writeValueAsBytes(worker.application());
    body[new String(body, StandardCharsets.UTF_8).indexOf("符") + 2] = (byte) 0xff;

    assertPreciseProblem(apply(worker.token(), key(), body));
    assertPreciseProblem(
        apply(
            worker.token(),
            key(),
            JSON.writeValueAsString(worker.application()).replace("符", "\\ud800")));
  }

  @Test
  void refusesTwoMegabytes() {
    Answer answer =
        apply(Worker.somebody().token(), key(), "{\"name\":\"" + "a".repeat(2_000_000) + "\"}");

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void refusesKeysThatAreNone() {
    Worker worker = Worker.somebody();

    assertPreciseProblem(apply(worker.token(), "k".repeat(201), worker.application()));
    assertPreciseProblem(apply(worker.token(), "with space", worker.application()));
  }

  @Nested
  class TakesWhatIsUnusualButRight {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "𠮷野𡈽",
          "麦麦提·阿卜杜拉",
          "古丽•艾山",
          "王",
          "欧阳娜娜",
          "\u3007",
          "Jean-Luc O'Neill Jr.",
          "Ñandú Pérez",
          "ئەخمەت"
        })
    void takesNames(String name) {
      Worker somebody = Worker.somebody();
      Worker worker = new Worker(name, somebody.idNumber(), somebody.phone());

      assertThat(apply(worker).status()).isEqualTo(201);
      assertThat(get(worker.token(), "/api/v1/me").text("/name")).isEqualTo(name);
    }

    @Test
    void takesSixtyCharactersBeyondTheBasicPlane() {
      Worker somebody = Worker.somebody();

      assertThat(apply(new Worker("𠮷".repeat(60), somebody.idNumber(), somebody.phone())).status())
          .isEqualTo(201);
    }

    @Test
    void takesSomebodyOnTheSixteenthBirthdayWithASmallX() {
      Worker somebody = Worker.somebody();
      String idNumber = bornOn(TODAY.minusYears(16));

      Answer answer = apply(new Worker("小明", idNumber.toLowerCase(), somebody.phone()));

      assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void takesTheSamePersonUnderASmallAndACapitalX() {
      Worker somebody = Worker.somebody();
      String idNumber = withX();

      apply(new Worker("小红", idNumber.toLowerCase(), somebody.phone()));

      assertThat(apply(new Worker("小红", idNumber, somebody.phone())).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+86 %s", "0086%s", "86-%s", "%s"})
    void takesAPhoneInAnyUsualForm(String form) {
      Worker worker = Worker.somebody();

      assertThat(
              apply(worker.token(), key(), worker.with("phone", form.formatted(worker.phone())))
                  .status())
          .isEqualTo(201);
    }
  }

  private static void assertPreciseProblem(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body())
        .doesNotContain("Exception")
        .doesNotContain("org.nuanxin.")
        .doesNotContain("tools.jackson")
        .doesNotContain("\tat ");
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static String wrongCheckDigit() {
    String right = Worker.idNumber("460200", "19900101", 123);
    char last = right.charAt(17);
    return right.substring(0, 17) + (last == '0' ? '1' : '0');
  }

  private static String bornOn(LocalDate date) {
    return Worker.idNumber(
        "460200",
        date.format(DateTimeFormatter.BASIC_ISO_DATE),
        (int) (System.nanoTime() / 1000 % 1000));
  }

  private static String withX() {
    return Stream.iterate((int) (System.nanoTime() / 1000 % 500), order -> order + 1)
        .map(order -> Worker.idNumber("460200", "19520505", order))
        .filter(number -> number.endsWith("X"))
        .findFirst()
        .orElseThrow();
  }
}
