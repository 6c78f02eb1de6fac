package org.nuanxin.stations.station;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.stations.station.OpeningHours.Opening;

class OpeningHoursTest {

  private static final int AT_7 = 7 * 60;
  private static final int AT_22 = 22 * 60;

  // 23 November 2026 is a Monday.
  @ParameterizedTest
  @CsvSource({
    "2026-11-23T06:59:59, false",
    "2026-11-23T07:00:00, true",
    "2026-11-23T21:59:59, true",
    "2026-11-23T22:00:00, false",
    "2026-11-24T12:00:00, false",
  })
  void isOpenFromOpeningToJustBeforeClosing(LocalDateTime local, boolean open) {
    assertThat(hours(MONDAY, AT_7, AT_22).isOpenAt(inSanya(local))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T21:59:59, false",
    "2026-11-27T22:00:00, true",
    "2026-11-28T01:59:59, true",
    "2026-11-28T02:00:00, false",
  })
  void runsOverMidnight(LocalDateTime local, boolean open) {
    assertThat(hours(FRIDAY, AT_22, 2 * 60).isOpenAt(inSanya(local))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-29T23:00:00, true",
    "2026-11-30T01:59:00, true",
    "2026-11-30T02:00:00, false",
    "2026-11-23T00:30:00, true",
  })
  void runsOverTheEndOfTheWeek(LocalDateTime local, boolean open) {
    assertThat(hours(SUNDAY, AT_22, 2 * 60).isOpenAt(inSanya(local))).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({"0, 1440", "0, 0"})
  void isOpenRoundTheClock(int opens, int closes) {
    OpeningHours hours =
        new OpeningHours(List.of(new Opening(Set.of(DayOfWeek.values()), opens, closes)));

    for (int hour = 0; hour < 7 * 24; hour++) {
      assertThat(
              hours.isOpenAt(inSanya(LocalDateTime.parse("2026-11-23T00:00:00").plusHours(hour))))
          .isTrue();
    }
  }

  @Test
  void keepsSeveralOpeningsOfADay() {
    OpeningHours hours =
        new OpeningHours(
            List.of(
                new Opening(Set.of(MONDAY), AT_7, 12 * 60),
                new Opening(Set.of(MONDAY), 14 * 60, AT_22)));

    assertThat(hours.isOpenAt(inSanya(LocalDateTime.parse("2026-11-23T13:00:00")))).isFalse();
    assertThat(hours.isOpenAt(inSanya(LocalDateTime.parse("2026-11-23T14:00:00")))).isTrue();
  }

  @Test
  void isNeverOpenWithoutOpenings() {
    assertThat(new OpeningHours(List.of()).isOpenAt(Instant.EPOCH)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"-1, 60", "1440, 60", "60, 1441", "60, 60"})
  void refusesImpossibleTimes(int opens, int closes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Opening(Set.of(MONDAY), opens, closes));
  }

  private static OpeningHours hours(DayOfWeek day, int opens, int closes) {
    return new OpeningHours(List.of(new Opening(Set.of(day), opens, closes)));
  }

  private static Instant inSanya(LocalDateTime local) {
    return local.atZone(OpeningHours.ZONE).toInstant();
  }
}
