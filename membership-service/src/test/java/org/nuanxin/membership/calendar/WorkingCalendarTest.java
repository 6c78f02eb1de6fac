package org.nuanxin.membership.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.membership.reference.ReferenceData;

class WorkingCalendarTest {

  private final WorkingCalendar calendar =
      ReferenceData.calendar(ZoneId.of("Asia/Shanghai"), LocalTime.of(17, 30));

  @ParameterizedTest
  @CsvSource({
    // a Tuesday
    "2026-11-24T09:00:00+08:00, 2026-11-24T17:30:00+08:00",
    "2026-11-24T17:29:59+08:00, 2026-11-24T17:30:00+08:00",
    "2026-11-24T17:30:00+08:00, 2026-11-25T17:30:00+08:00",
    // the same instant in another time zone
    "2026-11-24T09:30:00Z, 2026-11-25T17:30:00+08:00",
    // Friday evening to Monday
    "2026-11-27T18:00:00+08:00, 2026-11-30T17:30:00+08:00",
    // New Year's holiday ends with a Sunday that is worked
    "2026-01-01T09:00:00+08:00, 2026-01-04T17:30:00+08:00",
    // National Day week
    "2025-10-01T09:00:00+08:00, 2025-10-09T17:30:00+08:00"
  })
  void namesTheEndOfTheWorkingDay(OffsetDateTime now, OffsetDateTime due) {
    assertThat(calendar.dueAt(now.toInstant())).contains(due.toInstant());
  }

  @Test
  void neverGuessesAYearThatIsNotPublished() {
    assertThat(calendar.dueAt(OffsetDateTime.parse("2027-01-04T09:00:00+08:00").toInstant()))
        .isEmpty();
    assertThat(calendar.dueAt(OffsetDateTime.parse("2026-12-31T18:00:00+08:00").toInstant()))
        .isEmpty();
  }
}
