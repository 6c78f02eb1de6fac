package org.nuanxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  private static Figures figures(long granted, long overGranted, Books booked) {
    Histogram none = new Histogram(3);
    return new Figures(
        new Load.Paced(10, Duration.ofSeconds(1)),
        1,
        2,
        10,
        Map.of(),
        granted,
        overGranted,
        new ProcessorTime(Map.of("gateway", 0.5, "mongod", 1.5)),
        none,
        none,
        none,
        0,
        booked,
        0,
        0,
        0,
        0);
  }

  @Test
  void areExactWhenEverythingCameOnce() {
    Figures figures = figures(10, 0, new Books(10, 10, 10, 10, 40));

    assertThat(figures.exact()).isTrue();
    assertThat(figures.acceptedPerSecond()).isEqualTo(10);
    assertThat(figures.completePerSecond()).isEqualTo(5);
    assertThat(figures.completePerCoreSecond()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    // granted, over-granted, policies, insured, entitlements, entitled, messages, twice, missing
    "10, 0, 11, 10, 10, 10, 40, 1, 0",
    "10, 0, 10, 10, 12, 10, 40, 2, 0",
    "10, 1, 10, 10, 10, 10, 40, 1, 0",
    "10, 0, 10, 10, 10, 10, 41, 1, 0",
    "9, 0, 10, 10, 10, 10, 40, 0, 1",
    "10, 0, 9, 9, 10, 10, 40, 0, 1",
    "10, 0, 10, 10, 8, 8, 40, 0, 2",
    "10, 0, 10, 10, 10, 10, 39, 0, 1",
    "10, 0, 10, 9, 10, 10, 40, 1, 1"
  })
  void countWhatIsTwiceAndWhatIsMissing(
      long granted,
      long overGranted,
      long policies,
      long insured,
      long entitlements,
      long entitled,
      long messages,
      long twice,
      long missing) {
    Figures figures =
        figures(
            granted, overGranted, new Books(policies, insured, entitlements, entitled, messages));

    assertThat(figures.twice()).isEqualTo(twice);
    assertThat(figures.missing()).isEqualTo(missing);
    assertThat(figures.exact()).isFalse();
  }

  @Test
  void readAsAReport() {
    assertThat(Report.of(figures(10, 0, new Books(10, 10, 10, 10, 40))))
        .contains("| **complete sign-ups per core-second** | **5** (2.0 core-seconds")
        .contains("0 twice, 0 missing")
        .contains("mongod 1.5 s (75 %), gateway 0.5 s (25 %)");
  }
}
