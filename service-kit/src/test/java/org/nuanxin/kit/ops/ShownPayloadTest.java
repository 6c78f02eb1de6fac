package org.nuanxin.kit.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.events.EventType;
import org.nuanxin.kit.testing.TestEvents;

class ShownPayloadTest {

  /** Says something about a person, is free text, or is worth something to whoever reads it. */
  private static final Set<String> NEVER =
      Set.of(
          "phoneIndex",
          "formerPhoneIndex",
          "communityCode",
          "membershipNumber",
          "reason",
          "reference",
          "contents");

  private static final String JOINED = EventType.MEMBER_JOINED.type();

  @ParameterizedTest
  @EnumSource(EventType.class)
  void decidesOnEachFieldOfEachEvent(EventType type) {
    Set<String> decided = new TreeSet<>(ShownPayload.fieldsOf(type.type()));
    assertThat(decided).doesNotContainAnyElementsOf(NEVER);

    decided.addAll(NEVER);
    assertThat(decided)
        .containsAll(
            Arrays.stream(type.record().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet()));
  }

  @Test
  void showsWhatIsNotPersonalAndHidesTheRest() {
    assertThat(shown(JOINED, TestEvents.joined("m1", 1).data()))
        .containsEntry("memberId", "m1")
        .containsEntry("joiningOrdinal", 1)
        .containsEntry("unionName", "快递行业工会")
        .containsEntry("joinedAt", "2026-11-24T01:05:00Z")
        .containsEntry("phoneIndex", "•••")
        .containsEntry("membershipNumber", "•••")
        .containsEntry("communityCode", "•••");
  }

  @Test
  void hidesAReviewersWords() {
    assertThat(
            shown(
                EventType.APPLICATION_RETURNED.type(),
                "{\"reason\":\"Li Si wrote\",\"fields\":[\"employer\",\"张三\"]}"))
        .isEqualTo(Map.of("reason", "•••", "fields", List.of("employer", "•••")));
  }

  @Test
  void hidesFieldsItDoesNotKnowAndNamesThatAreNoIdentifiers() {
    assertThat(
            shown(
                JOINED,
                """
                {"name":"张三","idNumber":"460200199001011234","13800138000":"x","张三":{"a":1}}\
                """))
        .isEqualTo(Map.of("name", "•••", "idNumber", "•••", "•••", "•••"));
  }

  @Test
  void hidesAFieldOfAnotherEvent() {
    assertThat(shown(JOINED, "{\"visitId\":\"v1\"}")).isEqualTo(Map.of("visitId", "•••"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"13800138000\"",
        "\"8613800138000\"",
        "\"m-13800138000\"",
        "\"460200199001011234\"",
        "\"46020019900101123X\"",
        "\"张三\"",
        "\"Li Si\"",
        "\"\"",
        "13800138000",
        "true",
        "[\"m1\"]",
        "{\"memberId\":\"m1\"}",
      })
  void hidesAValueThatTheFieldNeverHas(String value) {
    assertThat(shown(JOINED, "{\"memberId\":" + value + "}")).isEqualTo(Map.of("memberId", "•••"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"13800138000\"", "13800138000", "1.5", "-1", "\"1\""})
  void hidesACountThatIsNone(String value) {
    assertThat(shown(JOINED, "{\"joiningOrdinal\":" + value + "}"))
        .isEqualTo(Map.of("joiningOrdinal", "•••"));
  }

  @Test
  void hidesATimeThatIsNoneAndAPublicNameWithANumber() {
    assertThat(shown(JOINED, "{\"joinedAt\":\"yesterday\",\"unionName\":\"张三 13800138000\"}"))
        .isEqualTo(Map.of("joinedAt", "•••", "unionName", "•••"));
  }

  @Test
  void keepsNull() {
    assertThat(shown(JOINED, "{\"memberId\":null}"))
        .isEqualTo(Collections.singletonMap("memberId", null));
  }

  @Test
  void showsNoValueOfAnUnknownType() {
    assertThat(shown("org.other.v1", "{\"memberId\":\"m1\"}")).isEqualTo(Map.of("memberId", "•••"));
    assertThat(shown(null, "{\"memberId\":\"m1\"}")).isEqualTo(Map.of("memberId", "•••"));
  }

  @Test
  void isBounded() {
    String items = "\"a\",".repeat(1_000) + "\"a\"";
    Object list =
        shown(EventType.APPLICATION_RETURNED.type(), "{\"fields\":[" + items + "]}").get("fields");
    assertThat((List<?>) list).hasSize(21).last().isEqualTo("•••");

    StringBuilder many = new StringBuilder("{\"federation\":\"460200\"");
    for (int i = 0; i < 1_000; i++) {
      many.append(",\"f").append(i).append("\":1");
    }
    assertThat(shown(JOINED, many.append('}').toString())).hasSize(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "[1]", "\"text\"", "{\"memberId\":", "null"})
  void isNothingWhereThereIsNoObject(String data) {
    assertThat(ShownPayload.of(JOINED, bytes(data))).isEmpty();
  }

  @Test
  void isNothingOfNothingAndOfWhatIsTooLong() {
    assertThat(ShownPayload.of(JOINED, null)).isEmpty();
    assertThat(ShownPayload.of(JOINED, bytes("{\"a\":\"" + "x".repeat(70_000) + "\"}"))).isEmpty();
    assertThat(ShownPayload.of(JOINED, bytes("[".repeat(50_000)))).isEmpty();
  }

  private static Map<String, @Nullable Object> shown(@Nullable String type, String data) {
    Optional<Map<String, @Nullable Object>> shown = ShownPayload.of(type, bytes(data));
    return shown.orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
