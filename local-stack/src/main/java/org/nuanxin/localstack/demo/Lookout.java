package org.nuanxin.localstack.demo;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds the looks at what came of sign-ups, so that watching does not slow what is watched: some
 * at the same time, and some thirty a second. The more watch, the longer each waits for its next
 * look.
 */
final class Lookout {

  /** A look. */
  @FunctionalInterface
  interface Look<T> {
    T take() throws InterruptedException;
  }

  private static final Duration FIRST = Duration.ofMillis(400);
  private static final Duration USUAL = Duration.ofMillis(800);
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final Duration FOR_EACH = Duration.ofMillis(30);

  private final Semaphore places;
  private final AtomicInteger watching = new AtomicInteger();

  /**
   * A bound.
   *
   * @param atOnce looks at the same time at most
   */
  Lookout(int atOnce) {
    places = new Semaphore(atOnce);
  }

  /** One more watches, until {@link #leave}. */
  void join() {
    watching.incrementAndGet();
  }

  void leave() {
    watching.decrementAndGet();
  }

  /** How long to wait before the look of this ordinal, 0 being the first. */
  Duration pauseBefore(int look) {
    Duration least = look == 0 ? FIRST : look == 1 ? FIRST.multipliedBy(3).dividedBy(2) : USUAL;
    Duration crowd = FOR_EACH.multipliedBy(watching.get());
    Duration most = crowd.compareTo(LONGEST) < 0 ? crowd : LONGEST;
    return least.compareTo(most) < 0 ? most : least;
  }

  /** Takes a look when there is a place. */
  <T> T look(Look<T> look) throws InterruptedException {
    places.acquire();
    try {
      return look.take();
    } finally {
      places.release();
    }
  }
}
