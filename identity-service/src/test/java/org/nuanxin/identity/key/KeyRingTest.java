package org.nuanxin.identity.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
  private static final Duration OVERLAP = Duration.ofHours(2);

  private final KeyRing first = KeyRing.first(SigningKey.make(NOW), SigningKey.make(NOW), NOW);

  @Test
  void promotesTheNextKeyAndRetiresTheCurrentOne() {
    SigningKey fresh = SigningKey.make(NOW);
    KeyRing rotated = first.rotated(fresh, NOW, OVERLAP);
    assertThat(rotated.version()).isEqualTo(2);
    assertThat(rotated.current()).isEqualTo(first.next());
    assertThat(rotated.next()).isEqualTo(fresh);
    assertThat(rotated.retired()).extracting(RetiredKey::id).containsExactly(first.current().id());
  }

  @Test
  void dropsARetiredKeyWhenItsOverlapIsOver() {
    KeyRing second = first.rotated(SigningKey.make(NOW), NOW, OVERLAP);
    Instant later = NOW.plus(OVERLAP);
    KeyRing third = second.rotated(SigningKey.make(later), later, OVERLAP);
    assertThat(third.retired()).extracting(RetiredKey::id).containsExactly(second.current().id());
  }

  @Test
  void isDueExactlyAfterItsPeriod() {
    Duration period = Duration.ofDays(30);
    assertThat(first.isDue(NOW.plus(period).minusMillis(1), period)).isFalse();
    assertThat(first.isDue(NOW.plus(period), period)).isTrue();
  }
}
