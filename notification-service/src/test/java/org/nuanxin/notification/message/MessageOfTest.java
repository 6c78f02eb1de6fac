package org.nuanxin.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuanxin.events.ApprovedSamples;
import org.nuanxin.events.EventType;
import org.nuanxin.events.GrantIssued;
import org.nuanxin.events.MemberJoined;
import org.nuanxin.kit.event.EventJson;

class MessageOfTest {

  private static final Set<EventType> SILENT =
      EnumSet.of(EventType.MEMBER_PHONE_CHANGED, EventType.VISIT_CHECKED_IN);

  @ParameterizedTest
  @EnumSource(EventType.class)
  void tellsOfEveryEventThatConcernsAPerson(EventType type) {
    assertThat(ToldMessages.ofSample(type).isEmpty()).isEqualTo(SILENT.contains(type));
  }

  @ParameterizedTest
  @CsvSource({
    "APPLICATION_SUBMITTED, APPLICATION_RECEIVED",
    "APPLICATION_RETURNED, APPLICATION_RETURNED",
    "APPLICATION_RESUBMITTED, APPLICATION_RESUBMITTED",
    "APPLICATION_REJECTED, APPLICATION_REJECTED",
    "APPLICATION_WITHDRAWN, APPLICATION_WITHDRAWN",
    "MEMBER_JOINED, MEMBER_JOINED",
    "MEMBER_LEFT, MEMBER_LEFT",
    "GRANT_ISSUED, GRANT_ISSUED",
    "GRANT_WAITING, GRANT_WAITING",
    "GRANT_FAILED, GRANT_FAILED",
    "GRANT_CANCELLED, GRANT_CANCELLED",
  })
  void tellsEachInItsOwnKind(EventType type, Kind kind) {
    Message message = ToldMessages.ofSample(type).orElseThrow();

    assertThat(message.kind()).isEqualTo(kind);
    assertThat(message.memberId()).isEqualTo("01kat0v5q8f3n7w2c9d4x6yzab");
    assertThat(message.language()).isEqualTo(Language.ZH_CN);
    assertThat(message.at()).isEqualTo(ToldMessages.AT);
  }

  @Test
  void saysNothingOfAnApplicationThatIsApprovedAtOnce() {
    String inReview = ApprovedSamples.of(EventType.APPLICATION_SUBMITTED);
    assertThat(inReview).contains("\"inReview\": true");

    assertThat(
            new MessageOf(Set.of())
                .event(
                    new EventOccurred(
                        "e-1",
                        1,
                        ToldMessages.AT,
                        EventJson.read(
                            inReview.replace("\"inReview\": true", "\"inReview\": false"),
                            EventType.APPLICATION_SUBMITTED.record()))))
        .isEmpty();
  }

  @Test
  void readsTheEventOfANewerVersionWithFieldsWeDoNotKnow() {
    String newer =
        ApprovedSamples.of(EventType.MEMBER_JOINED)
            .replaceFirst("\\{", "{\"invented\": {\"deep\": [1, 2]},");

    assertThat(EventJson.read(newer, MemberJoined.class).membershipNumber())
        .isEqualTo("460200-2026-0000123");
  }

  @Test
  void leavesOutAnEndThatIsNotThere() {
    GrantIssued issued =
        new GrantIssued(
            "460200",
            "m",
            "m:X:1",
            "X",
            "1",
            "en",
            "R",
            java.util.List.of(),
            null,
            null,
            ToldMessages.AT);

    Message message =
        new MessageOf(Set.of())
            .event(new EventOccurred("e-1", 1, ToldMessages.AT, issued))
            .orElseThrow();

    assertThat(message.values()).containsOnlyKeys(Param.PROGRAMME, Param.REFERENCE);
  }

  @Test
  void keepsWhichJoiningItIsOfThoseAloneWhoComeBack() {
    assertThat(ToldMessages.joined(Language.EN, 1).values())
        .containsOnlyKeys(Param.NUMBER, Param.UNION);
    assertThat(ToldMessages.joined(Language.EN, 2).values()).containsEntry(Param.JOINING, "2");
  }

  @ParameterizedTest
  @CsvSource({
    "WELCOME_GIFT, TEST-1234-5678, ************78",
    "WELCOME_GIFT, ABC123, ****23",
    "WELCOME_GIFT, AB123, *****",
    "WELCOME_GIFT, AB12, ****",
    // What nobody has told us to be harmless is hidden.
    "SUMMER_COOLING, ABCDEFGH, ******GH",
    "ACCIDENT_INSURANCE, P-2026-123456, P-2026-123456",
    "HEALTH_CHECK, E-2026-123456, E-2026-123456",
  })
  void hidesFromOthersTheCodesThatWhoeverKnowsThemCanUse(
      String programme, String reference, String shown) {
    Message message =
        ToldMessages.message(
            "m",
            Kind.GRANT_ISSUED,
            Language.EN,
            Map.of(Param.PROGRAMME, programme, Param.REFERENCE, reference),
            1);

    assertThat(message.withoutCodes().values()).containsEntry(Param.REFERENCE, shown);
    assertThat(message.withoutCodes().id()).isEqualTo(message.id());
    assertThat(message.values()).containsEntry(Param.REFERENCE, reference);
  }

  @Test
  void refusesAMessageThatLacksWhatItIsAbout() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ToldMessages.message("m", Kind.GRANT_ISSUED, Language.EN, Map.of(), 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            ToldMessages.message("m", Kind.MEMBER_LEFT, Language.EN, Map.of(Param.NUMBER, "1"), 1));
  }

  @Test
  void makesIdsThatDeriveFromTheEventAndSortByTime() {
    Instant at = ToldMessages.AT;
    TreeSet<String> sorted = new TreeSet<>();
    for (int i = 0; i < 1_000; i++) {
      sorted.add(MessageId.of("m", at.plusMillis(i * 997L), "type", "e-" + i).text());
    }

    assertThat(sorted).hasSize(1_000);
    assertThat(sorted.first()).isEqualTo(MessageId.of("m", at, "type", "e-0").text());
    assertThat(MessageId.of("m", at, "type", "e-1"))
        .isNotEqualTo(MessageId.of("m", at, "type", "e-2"));
    assertThat(MessageId.of("m", at, "type", "e-1"))
        .isNotEqualTo(MessageId.of("m", at, "other", "e-1"));
    assertThat(MessageId.of("m", at, "type", "e-1").isOf("m")).isTrue();
    assertThat(MessageId.of("m2", at, "type", "e-1").isOf("m")).isFalse();
  }
}
