package org.nuanxin.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LookoutTest {

  private final Lookout lookout = new Lookout(3);

  private void join(int watchers) {
    for (int i = 0; i < watchers; i++) {
      lookout.join();
    }
  }

  @Test
  void aFewLookOften() {
    join(5);

    assertThat(lookout.pauseBefore(0)).isEqualTo(Duration.ofMillis(400));
    assertThat(lookout.pauseBefore(1)).isEqualTo(Duration.ofMillis(600));
    assertThat(lookout.pauseBefore(7)).isEqualTo(Duration.ofMillis(800));
  }

  @Test
  void aCrowdLooksSoSeldomThatItTakesThirtyLooksASecond() {
    join(50);

    assertThat(lookout.pauseBefore(0)).isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void nobodyWaitsLongerThanTwoSecondsForALook() {
    join(5_000);

    assertThat(lookout.pauseBefore(3)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void whoHasLeftIsCountedNoLonger() {
    join(50);
    for (int i = 0; i < 49; i++) {
      lookout.leave();
    }

    assertThat(lookout.pauseBefore(0)).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void noMoreThanItsPlacesLookAtTheSameTime() throws InterruptedException {
    AtomicInteger looking = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch threeLook = new CountDownLatch(3);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        threads.submit(() ->
            lookout.look(() -> {
              most.accumulateAndGet(looking.incrementAndGet(), Math::max);
              threeLook.countDown();
              threeLook.await();
              return looking.decrementAndGet();
            }));
      }
    }

    assertThat(most).hasValue(3);
  }
}
