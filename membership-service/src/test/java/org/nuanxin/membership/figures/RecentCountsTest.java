package org.nuanxin.membership.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.kit.testing.MovableClock;

class RecentCountsTest {

  private final MovableClock clock = MovableClock.at(Instant.parse("2026-11-24T01:05:00Z"));
  private final AtomicInteger counted = new AtomicInteger();

  /** Counts that take so long. */
  private RecentCounts taking(Duration time) {
    return new RecentCounts(
        (federation, now) -> {
          counted.incrementAndGet();
          clock.advance(time);
          return new Counted(
              now, LocalDate.EPOCH, List.of(), List.of(), List.of(), List.of(), List.of());
        },
        clock,
        Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5000",
    "100, 5000",
    "500, 5000",
    "501, 5010",
    "1300, 13000",
    "2800, 28000",
    "6000, 60000",
    "30000, 60000"
  })
  void keepsACountTenTimesAsLongAsItTookWithinBounds(long tookMillis, long keptMillis) {
    RecentCounts counts = taking(Duration.ofMillis(tookMillis));
    counts.of("460200");

    clock.advance(Duration.ofMillis(keptMillis - 1));
    counts.of("460200");
    assertThat(counted).hasValue(1);

    clock.advance(Duration.ofMillis(1));
    counts.of("460200");
    assertThat(counted).hasValue(2);
  }

  @Test
  void keepsItAsLongAsItIsToldToWhereThatIsLonger() {
    RecentCounts counts =
        new RecentCounts(
            (federation, now) -> {
              counted.incrementAndGet();
              return new Counted(
                  now, LocalDate.EPOCH, List.of(), List.of(), List.of(), List.of(), List.of());
            },
            clock,
            Duration.ofMinutes(5));
    counts.of("460200");

    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    counts.of("460200");

    assertThat(counted).hasValue(1);
  }

  @Test
  void countsEachFederationByItself() {
    RecentCounts counts = taking(Duration.ZERO);

    counts.of("460200");
    counts.of("460300");
    counts.of("460200");

    assertThat(counted).hasValue(2);
  }

  @Test
  void keepsNoFailure() {
    RecentCounts counts =
        new RecentCounts(
            (federation, now) -> {
              counted.incrementAndGet();
              throw new IllegalStateException("away");
            },
            clock,
            Duration.ofSeconds(5));

    for (int tries = 0; tries < 2; tries++) {
      assertThatThrownBy(() -> counts.of("460200")).hasMessage("away");
    }

    assertThat(counted).hasValue(2);
  }
}
