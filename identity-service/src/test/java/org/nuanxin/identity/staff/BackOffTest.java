package org.nuanxin.identity.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

  private final BackOff backOff = new BackOff(5, Duration.ofSeconds(30), Duration.ofMinutes(15));

  @ParameterizedTest
  @CsvSource({"0, 0", "4, 0", "5, 30", "6, 60", "7, 120", "9, 480", "10, 900", "1000000, 900"})
  void doublesFromTheThresholdToTheLongest(int failures, long seconds) {
    assertThat(backOff.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
  }
}
