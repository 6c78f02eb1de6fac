package org.nuanxin.kit.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTest {

  private static final String GIVEN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void carriesOnTheTraceThatCausedTheWork() {
    AtomicReference<String> within = new AtomicReference<>();

    Traceparent.run(GIVEN, () -> within.set(Traceparent.current()));

    assertThat(within.get()).isEqualTo(GIVEN);
  }

  @Test
  void tellsTheTraceIdWithinTheWorkAndNoneAfterwards() {
    Traceparent.run(
        GIVEN,
        () -> assertThat(Traceparent.traceId()).contains("0af7651916cd43dd8448eb211c80319c"));

    assertThat(Traceparent.traceId()).isEmpty();
  }

  @Test
  void startsATraceOfItsOwnOutsideAny() {
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String traceparent = Traceparent.current();
      assertThat(traceparent).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
      made.add(traceparent);
    }

    assertThat(made).hasSize(1_000);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "00",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
      })
  void runsTheWorkAlsoWithoutAProperTraceparent(String malformed) {
    AtomicReference<String> within = new AtomicReference<>();

    Traceparent.run(malformed, () -> within.set("ran"));

    assertThat(within.get()).isEqualTo("ran");
  }

  @Test
  void leavesTheTraceAlsoWhenTheWorkFails() {
    try {
      Traceparent.run(
          GIVEN,
          () -> {
            throw new IllegalArgumentException("as wanted");
          });
    } catch (IllegalArgumentException asWanted) {
      assertThat(asWanted).hasMessage("as wanted");
    }

    assertThat(Traceparent.traceId()).isEmpty();
  }
}
