package org.nuanxin.localstack.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Many journeys side by side.
 *
 * @param atOnce how many workers sign up at the same time at most
 * @param lookingAtOnce how many look at their pages at the same time at most
 * @param perSecond how many begin in a second at most; 0 for as fast as it goes
 * @param patience after which a journey gives up
 */
record SignUps(int atOnce, int lookingAtOnce, double perSecond, Duration patience) {

  /** A step that is done for each journey. */
  @FunctionalInterface
  interface Step<T> {
    T take(Journey journey) throws InterruptedException;
  }

  /** Runs every journey to its end. */
  void run(List<Journey> journeys) throws InterruptedException {
    Semaphore signingUp = new Semaphore(atOnce);
    Lookout lookout = new Lookout(lookingAtOnce);
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (Journey journey : journeys) {
        pace(begin, running.size());
        running.add(
            threads.submit(() -> {
              journey.run(signingUp, lookout, patience);
              return null;
            }));
      }
      await(running);
    }
  }

  /** Takes a step of each journey, a few at once; the results are in the journeys' order. */
  <T> List<T> forEach(List<Journey> journeys, Step<T> step) throws InterruptedException {
    Lookout lookout = new Lookout(lookingAtOnce);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (Journey journey : journeys) {
        running.add(threads.submit(() -> lookout.look(() -> step.take(journey))));
      }
      return await(running);
    }
  }

  private void pace(long begin, int ordinal) {
    if (perSecond > 0) {
      long due = begin + (long) (ordinal * 1e9 / perSecond);
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }

  private static <T> List<T> await(List<? extends Future<? extends T>> running)
      throws InterruptedException {
    List<T> results = new ArrayList<>(running.size());
    for (Future<? extends T> future : running) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("A journey broke off", e.getCause());
      }
    }
    return results;
  }
}
