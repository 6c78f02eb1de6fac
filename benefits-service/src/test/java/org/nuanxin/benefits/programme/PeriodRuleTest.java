package org.nuanxin.benefits.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;

class PeriodRuleTest {

  private static final Instant LAST_OF_2026 = Instant.parse("2026-12-31T15:59:59Z");
  private static final Instant FIRST_OF_2027 = Instant.parse("2026-12-31T16:00:00Z");

  @Test
  void givesAPeriodForEachJoining() {
    assertThat(PeriodRule.JOINING.of(1, LAST_OF_2026)).isEqualTo("1");
    assertThat(PeriodRule.JOINING.of(2, LAST_OF_2026)).isEqualTo("2");
  }

  @Test
  void countsTheYearInTheZoneOfTheProgramme() {
    assertThat(PeriodRule.YEAR.of(1, LAST_OF_2026)).isEqualTo("2026");
    assertThat(PeriodRule.YEAR.of(1, FIRST_OF_2027)).isEqualTo("2027");
  }

  @Test
  void givesOnePeriodForALife() {
    assertThat(PeriodRule.ONCE.of(3, FIRST_OF_2027)).isEqualTo("once");
  }

  @Test
  void looksForTheEndOfAJoiningInEveryYearSince() {
    assertThat(PeriodRule.YEAR.candidates(1, LAST_OF_2026, LAST_OF_2026)).containsExactly("2026");
    assertThat(PeriodRule.YEAR.candidates(1, LAST_OF_2026, FIRST_OF_2027))
        .containsExactly("2026", "2027");
    assertThat(PeriodRule.YEAR.candidates(1, FIRST_OF_2027, LAST_OF_2026)).containsExactly("2027");
  }

  @Test
  void endsAYearOnTheSameDayOfTheNext() {
    Validity validity = Validity.of(Instant.parse("2028-02-29T01:00:00Z"), Period.ofYears(1));

    assertThat(validity.until()).isEqualTo(Instant.parse("2029-02-28T01:00:00Z"));
    assertThat(validity.isOver(Instant.parse("2029-02-28T00:59:59Z"))).isFalse();
    assertThat(validity.isOver(Instant.parse("2029-02-28T01:00:00Z"))).isTrue();
  }
}
