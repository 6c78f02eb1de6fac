package org.nuanxin.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdsTest {

  private static final Instant AT = Instant.parse("2026-11-24T01:05:00Z");

  @Test
  void makes26CharactersThatAreSafeInAUrl() {
    assertThat(Ids.next(AT)).matches("[0-9a-hjkmnp-tv-z]{26}");
  }

  @Test
  void sortsByTime() {
    assertThat(Ids.next(AT)).isLessThan(Ids.next(AT.plusMillis(1)));
    assertThat(Ids.next(AT)).isLessThan(Ids.next(AT.plusSeconds(100_000_000)));
  }

  @Test
  void doesNotRepeatItselfWithinAMillisecond() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(Ids.next(AT));
    }

    assertThat(ids).hasSize(10_000);
  }
}
