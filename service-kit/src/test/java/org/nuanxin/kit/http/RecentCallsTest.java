package org.nuanxin.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.kit.ops.ProviderWatch.State;

class RecentCallsTest {

  private static final Duration QUICK = Duration.ofMillis(20);
  private static final Duration SLOW = Duration.ofMillis(1_200);

  private final RecentCalls calls = new RecentCalls("sms", Duration.ofSeconds(1));

  @Test
  void sayNothingBadAsLongAsThereAreFewerThanThree() {
    calls.failed(QUICK);
    calls.failed(QUICK);

    assertThat(calls.state()).isEqualTo(State.UP);
  }

  @Test
  void sayThatThePeerIsDownWhenHalfOfThemFailed() {
    calls.note(200, QUICK);
    calls.note(201, QUICK);
    calls.failed(QUICK);
    assertThat(calls.state()).isEqualTo(State.UP);

    calls.failed(QUICK);

    assertThat(calls.state()).isEqualTo(State.DOWN);
  }

  @Test
  void sayThatThePeerIsSlowWhenHalfOfThemTookLong() {
    calls.note(200, QUICK);
    calls.note(200, SLOW);
    calls.note(200, SLOW);

    assertThat(calls.state()).isEqualTo(State.SLOW);
  }

  @Test
  void sayThatThePeerIsBackWhenMostGoWellAgain() {
    for (int i = 0; i < 4; i++) {
      calls.failed(QUICK);
    }
    for (int i = 0; i < 5; i++) {
      calls.note(200, QUICK);
    }

    assertThat(calls.state()).isEqualTo(State.UP);
  }

  @Test
  void stopNoneHoweverManyFail() {
    for (int i = 0; i < 100; i++) {
      calls.failed(QUICK);
      calls.note(503, QUICK);
    }

    assertThat(calls.state()).isEqualTo(State.DOWN);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503})
  void countAnAnswerAsFailedThatIsThePeersOwnTrouble(int status) {
    for (int i = 0; i < 3; i++) {
      calls.note(status, QUICK);
    }

    assertThat(calls.state()).isEqualTo(State.DOWN);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 400, 404, 409, 422})
  void countAnAnswerAsGoodThatSaysWhatIsWrongWithTheQuestion(int status) {
    for (int i = 0; i < 3; i++) {
      calls.note(status, QUICK);
    }

    assertThat(calls.state()).isEqualTo(State.UP);
  }
}
