package org.nuanxin.benefits.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Runs the same work for many places of a list on a few virtual threads. */
public final class Parallel {

  private Parallel() {}

  /**
   * Runs the work for each place from 0, at most so many at once, and returns when all are done.
   * One place runs on the caller's thread.
   *
   * @throws RuntimeException the first failure, after all others have ended
   */
  public static void each(int places, int atOnce, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    Runnable worker =
        () -> {
          int place;
          while ((place = next.getAndIncrement()) < places) {
            try {
              work.accept(place);
            } catch (RuntimeException e) {
              failure.compareAndSet(null, e);
            }
          }
        };
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i < Math.min(places, atOnce); i++) {
      threads.add(Thread.startVirtualThread(worker));
    }
    worker.run();
    join(threads);
    RuntimeException first = failure.get();
    if (first != null) {
      throw first;
    }
  }

  private static void join(List<Thread> threads) {
    boolean interrupted = false;
    for (Thread thread : threads) {
      boolean done = false;
      while (!done) {
        try {
          thread.join();
          done = true;
        } catch (InterruptedException e) {
          // What is under way is bounded in time; leaving it behind would let it run unseen.
          interrupted = true;
          thread.interrupt();
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
