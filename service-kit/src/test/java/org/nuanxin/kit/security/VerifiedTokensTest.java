package org.nuanxin.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.testing.MovableClock;

class VerifiedTokensTest {

  private final MovableClock clock = MovableClock.at(Instant.parse("2026-11-24T08:00:00Z"));
  private final VerifiedTokens tokens = new VerifiedTokens(clock, 100);
  private final CallerAuthentication caller =
      new CallerAuthentication(
          new Caller("s", "460200", Set.of(Role.WORKER), List.of(), null, null));

  @Test
  void remembersATokenForAMinute() {
    tokens.add("t", caller, clock.instant().plus(Duration.ofMinutes(15)));
    clock.advance(Duration.ofSeconds(60));
    assertThat(tokens.find("t")).isSameAs(caller);

    clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.find("t")).isNull();
  }

  @Test
  void forgetsATokenWhenItExpires() {
    tokens.add("t", caller, clock.instant().plusSeconds(5));
    clock.advance(Duration.ofSeconds(5));
    assertThat(tokens.find("t")).isSameAs(caller);

    clock.advance(Duration.ofMillis(1));
    assertThat(tokens.find("t")).isNull();
  }

  @Test
  void knowsNoOtherToken() {
    tokens.add("t", caller, null);

    assertThat(tokens.find("T")).isNull();
    assertThat(tokens.find("")).isNull();
  }

  @Test
  void staysBounded() {
    IntStream.range(0, 10_000).forEach(i -> tokens.add("t" + i, caller, null));

    long known = IntStream.range(0, 10_000).filter(i -> tokens.find("t" + i) != null).count();
    assertThat(known).isBetween(50L, 100L);
    assertThat(tokens.find("t9999")).isSameAs(caller);
    assertThat(tokens.find("t0")).isNull();
  }
}
