package org.nuanxin.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SseStreamsTest {

  private final SseStreams streams =
      new SseStreams(Duration.ofSeconds(15), Duration.ofMinutes(15), 4, 2, 3);

  @Test
  void takesNoMoreStreamsThanItsBound() {
    streams.open("a", List::of);
    streams.open("b", List::of);
    streams.open("c", List::of);

    assertThatThrownBy(() -> streams.open("d", List::of)).isInstanceOf(Unavailable.class);
    assertThat(streams.connections()).isEqualTo(3);
  }

  @Test
  void keepsTheNewestStreamsOfATopic() {
    streams.open("a", List::of);
    streams.open("a", List::of);
    streams.open("a", List::of);

    assertThat(streams.connections()).isEqualTo(2);
  }

  @Test
  void endsAllStreamsAtShutdown() {
    streams.start();
    streams.open("a", List::of);
    streams.open("b", List::of);

    streams.stop();

    assertThat(streams.connections()).isZero();
    assertThat(streams.isOpen("a")).isFalse();
    assertThat(streams.isRunning()).isFalse();
  }

  @Test
  void publishesToNobodyWithoutComplaint() {
    assertThatCode(() -> streams.publish("nobody", new SseItem("1", "item", "x")))
        .doesNotThrowAnyException();
  }

  @Test
  void countsNoStreamWhoseStateCouldNotBeRead() {
    assertThatThrownBy(() ->
            streams.open(
                "a",
                () -> {
                  throw new IllegalArgumentException("as wanted");
                }))
        .hasMessage("as wanted");

    assertThat(streams.connections()).isZero();
  }
}
