package org.nuanxin.identity.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final Duration OVERLAP = Duration.ofHours(2);

  private static final SigningKey THIRD = SigningKey.make(NOW);
  private static final SigningKey FOURTH = SigningKey.make(NOW);

  private static final KeyRing FIRST =
      KeyRing.first(SigningKey.make(NOW), SigningKey.make(NOW), NOW);

  @Test
  void promotesTheNextKeyAndRetiresTheCurrentOne() {
    KeyRing rotated = FIRST.rotated(THIRD, NOW, OVERLAP);
    assertThat(rotated.version()).isEqualTo(2);
    assertThat(rotated.current()).isEqualTo(FIRST.next());
    assertThat(rotated.next()).isEqualTo(THIRD);
    assertThat(rotated.retired()).extracting(RetiredKey::id).containsExactly(FIRST.current().id());
  }

  @Test
  void dropsARetiredKeyWhenItsOverlapIsOver() {
    KeyRing second = FIRST.rotated(THIRD, NOW, OVERLAP);
    Instant later = NOW.plus(OVERLAP);
    KeyRing third = second.rotated(FOURTH, later, OVERLAP);
    assertThat(third.retired()).extracting(RetiredKey::id).containsExactly(second.current().id());
  }

  @Test
  void isDueExactlyAfterItsPeriod() {
    Duration period = Duration.ofDays(30);
    assertThat(FIRST.isDue(NOW.plus(period).minusMillis(1), period)).isFalse();
    assertThat(FIRST.isDue(NOW.plus(period), period)).isTrue();
  }
}
