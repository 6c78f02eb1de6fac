package org.nuanxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignUpLogTest {

  private static final long MILLI = 1_000_000;

  private final SignUpLog log = new SignUpLog();

  @Test
  void timesTheThirdGrantFromTheSending() {
    log.accepted("m", 0, 5 * MILLI);
    log.issued("m", "e1", 20 * MILLI);
    log.issued("m", "e2", 30 * MILLI);
    assertThat(log.granted()).isZero();

    log.issued("m", "e3", 40 * MILLI);

    assertThat(log.granted()).isEqualTo(1);
    assertThat(log.grants().getMaxValue()).isBetween(39_900L, 40_100L);
    assertThat(log.answers().getMaxValue()).isBetween(4_990L, 5_010L);
  }

  @Test
  void takesEventsThatAreSeenBeforeTheAnswer() {
    log.issued("m", "e1", 1 * MILLI);
    log.issued("m", "e2", 2 * MILLI);
    log.issued("m", "e3", 3 * MILLI);
    assertThat(log.granted()).isZero();

    log.accepted("m", 0, 5 * MILLI);

    assertThat(log.granted()).isEqualTo(1);
    assertThat(log.grants().getMaxValue()).isBetween(2_990L, 3_010L);
  }

  @Test
  void countsAnEventOnceHoweverOftenItIsDelivered() {
    log.accepted("m", 0, 1);
    for (int i = 0; i < 5; i++) {
      log.issued("m", "e1", i);
      log.issued("m", "e2", i);
    }
    assertThat(log.granted()).isZero();

    log.issued("m", "e3", 9);

    assertThat(log.granted()).isEqualTo(1);
    assertThat(log.overGranted()).isZero();
  }

  @Test
  void noticesAFourthGrant() {
    log.accepted("m", 0, 1);
    for (int i = 0; i < 4; i++) {
      log.issued("m", "e" + i, i);
    }

    assertThat(log.granted()).isEqualTo(1);
    assertThat(log.overGranted()).isEqualTo(1);
  }
}
