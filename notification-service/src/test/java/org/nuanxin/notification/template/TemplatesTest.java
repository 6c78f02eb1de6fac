package org.nuanxin.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.events.EventType;
import org.nuanxin.notification.message.Kind;
import org.nuanxin.notification.message.Language;
import org.nuanxin.notification.message.Message;
import org.nuanxin.notification.message.Param;
import org.nuanxin.notification.message.ToldMessages;

class TemplatesTest {

  private static final Templates TEMPLATES = Templates.load(ZoneId.of("Asia/Shanghai"));

  static Stream<Arguments> everyKindInEveryLanguage() {
    return Arrays.stream(Kind.values())
        .flatMap(
            kind -> Arrays.stream(Language.values()).map(language -> Arguments.of(kind, language)));
  }

  @ParameterizedTest
  @MethodSource("everyKindInEveryLanguage")
  void fillsEveryPlace(Kind kind, Language language) {
    Rendered full = TEMPLATES.render(ToldMessages.full(kind, language));
    Rendered bare = TEMPLATES.render(ToldMessages.bare(kind, language));

    assertThat(full.title()).isNotBlank().doesNotContain("\n").hasSizeLessThan(60);
    for (String text : new String[] {full.title(), full.body(), bare.title(), bare.body()}) {
      assertThat(text).isNotBlank().doesNotContain("{", "}", "[", "]", "null");
    }
    if (!kind.optional().isEmpty()) {
      assertThat(bare.body().length()).isLessThan(full.body().length());
    }
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void hasATextForEveryEventThatNeedsOne(EventType type) {
    ToldMessages.ofSample(type)
        .ifPresent(message -> assertThat(TEMPLATES.render(message).body()).isNotBlank());
  }

  @Test
  void namesTheWelcomePackageInBothLanguages() {
    assertThat(body(issued("ACCIDENT_INSURANCE", Language.ZH_CN))).contains("意外伤害保险");
    assertThat(body(issued("HEALTH_CHECK", Language.ZH_CN))).contains("健康体检");
    assertThat(body(issued("WELCOME_GIFT", Language.ZH_CN))).contains("入会礼包");
    assertThat(body(issued("ACCIDENT_INSURANCE", Language.EN))).contains("accident insurance");
    assertThat(body(issued("HEALTH_CHECK", Language.EN))).contains("health check");
    assertThat(body(issued("WELCOME_GIFT", Language.EN))).contains("welcome gift");
  }

  @Test
  void showsACodeOfALaterDayRatherThanNothing() {
    assertThat(body(issued("SUMMER_COOLING", Language.EN))).contains("SUMMER_COOLING");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN|2027-11-26T06:30:06Z|Valid until 26 November 2027, 14:30.",
        "EN|2027-11-26T06:30:00Z|Valid until 26 November 2027, 14:30.",
        "EN|2027-11-26T06:29:59.999Z|Valid until 26 November 2027, 14:29.",
        "EN|2026-12-31T16:00:00Z|Valid until 1 January 2027, 00:00.",
        "ZH_CN|2027-11-26T06:30:06Z|有效期至2027年11月26日14:30。",
        "ZH_CN|2026-12-31T16:00:00Z|有效期至2027年1月1日00:00。",
      })
  void promisesNoMinuteAfterTheEnd(Language language, String end, String words) {
    Message message =
        ToldMessages.message(
            "m",
            Kind.GRANT_ISSUED,
            language,
            Map.of(Param.PROGRAMME, "HEALTH_CHECK", Param.REFERENCE, "R", Param.VALID_UNTIL, end),
            1);

    assertThat(body(message)).endsWith(words).doesNotContain("当日", "end of");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN|1|accident insurance, health check and welcome gift are being arranged",
        "ZH_CN|1|意外伤害保险、健康体检和入会礼包正在为您办理",
        "EN|2|once in each period, so what you already had or what was cancelled is not given"
            + " again",
        "ZH_CN|2|免费体检和入会礼包每人每个周期一次，已经领过或取消的不再重复发放。",
        "ZH_CN|3|欢迎回来！",
      })
  void promisesAMemberWhoComesBackTheInsuranceAlone(Language language, int joining, String words) {
    Message message = ToldMessages.joined(language, joining);

    assertThat(body(message)).contains(words, "460200-2026-0000123");
    assertThat(TEMPLATES.sms(message).orElseThrow().text())
        .contains("460200-2026-0000123")
        .hasSizeLessThan(160);
    assertThat(TEMPLATES.sms(message).orElseThrow().params()).containsOnlyKeys("number", "union");
  }

  @Test
  void greetsWhoComesBackInOtherWords() {
    for (Language language : Language.values()) {
      Message first = ToldMessages.joined(language, 1);
      Message again = ToldMessages.joined(language, 2);

      assertThat(again.kind()).isEqualTo(first.kind());
      assertThat(again.id()).isEqualTo(first.id());
      assertThat(TEMPLATES.render(again).title()).isNotEqualTo(TEMPLATES.render(first).title());
      assertThat(TEMPLATES.sms(again)).isNotEqualTo(TEMPLATES.sms(first));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OUT_OF_STOCK, out of stock",
    "PROVIDER_UNAVAILABLE, cannot be reached",
    "SOMETHING_NEW, your union can tell you more",
  })
  void saysInPlainWordsWhyAGrantWaits(String code, String words) {
    Message message =
        ToldMessages.message(
            "m",
            Kind.GRANT_WAITING,
            Language.EN,
            Map.of(Param.PROGRAMME, "WELCOME_GIFT", Param.CAUSE, code),
            1);

    assertThat(body(message)).contains(words).doesNotContain(code);
  }

  @ParameterizedTest
  @CsvSource({"ZH_CN, 用人单位、所在社区", "EN, 'employer, community'"})
  void namesTheFieldsToBeCorrected(Language language, String words) {
    assertThat(body(ToldMessages.full(Kind.APPLICATION_RETURNED, language))).contains(words);
  }

  @ParameterizedTest
  @CsvSource({"{number}", "[x]", "${jndi:ldap://x}", "#{1+1}", "<b>", "%s", "古丽娜尔·买买提"})
  void putsAReviewersWordsInAsTheyAre(String words) {
    Message message =
        ToldMessages.message(
            "m", Kind.APPLICATION_REJECTED, Language.ZH_CN, Map.of(Param.REASON, words), 1);

    assertThat(body(message)).contains("原因：" + words + "。");
  }

  @Test
  void sendsThreeKindsBySms() {
    assertThat(TEMPLATES.bySms())
        .isEqualTo(
            EnumSet.of(Kind.MEMBER_JOINED, Kind.APPLICATION_RETURNED, Kind.APPLICATION_REJECTED));
    for (Kind kind : TEMPLATES.bySms()) {
      for (Language language : Language.values()) {
        assertThat(TEMPLATES.sms(ToldMessages.full(kind, language)).orElseThrow().text())
            .doesNotContain("{", "}", "[", "]")
            .hasSizeLessThan(160);
      }
    }
    assertThat(TEMPLATES.sms(ToldMessages.full(Kind.GRANT_ISSUED, Language.EN))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MEMBER_JOINED, number union",
    "APPLICATION_RETURNED, fields",
    "APPLICATION_REJECTED, ''"
  })
  void givesAnSmsTheValuesThatItsTextShowsAndNoOthers(Kind kind, String params) {
    for (Language language : Language.values()) {
      Templates.Sms sms = TEMPLATES.sms(ToldMessages.full(kind, language)).orElseThrow();

      assertThat(String.join(" ", sms.params().keySet())).isEqualTo(params);
    }
  }

  @Test
  void refusesATextThatNamesNoValueOfOurs() {
    assertThatIllegalArgumentException().isThrownBy(() -> Text.parse("Hello {nobody}"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Text.parse("No. {number}").fill(param -> Optional.empty()));
  }

  private static Message issued(String programme, Language language) {
    return ToldMessages.message(
        "m",
        Kind.GRANT_ISSUED,
        language,
        Map.of(Param.PROGRAMME, programme, Param.REFERENCE, "R-1"),
        1);
  }

  private static String body(Message message) {
    return TEMPLATES.render(message).body();
  }
}
