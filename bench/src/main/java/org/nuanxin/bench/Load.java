package org.nuanxin.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** How applications are sent. */
sealed interface Load {

  /** Sends until the time is over or nobody is left. */
  void run(Iterator<Applicant> applicants, Sender sender) throws InterruptedException;

  /** How many applicants it can need at most. */
  int most();

  /** What a report calls it. */
  String name();

  /**
   * So many clients, each of which sends the next when it has its answer: as much as the system
   * takes.
   *
   * @param most how many a second it can be at most, for there have to be enough applicants
   */
  record Closed(int clients, Duration duration, int mostPerSecond) implements Load {

    @Override
    public void run(Iterator<Applicant> applicants, Sender sender) throws InterruptedException {
      long end = System.nanoTime() + duration.toNanos();
      List<Future<?>> running = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < clients; i++) {
          running.add(
              threads.submit(() -> {
                Applicant next = next(applicants);
                while (next != null && System.nanoTime() < end) {
                  sender.send(next, System.nanoTime());
                  next = next(applicants);
                }
                return null;
              }));
        }
        join(running);
      }
    }

    private static @Nullable Applicant next(Iterator<Applicant> applicants) {
      synchronized (applicants) {
        return applicants.hasNext() ? applicants.next() : null;
      }
    }

    @Override
    public int most() {
      return (int) (duration.toSeconds() * mostPerSecond);
    }

    @Override
    public String name() {
      return clients
          + " clients, each sends when it has its answer, "
          + duration.toSeconds()
          + " s";
    }
  }

  /**
   * So many a second, however long answers take. Latency counts from when each was due, so that a
   * stalled system does not hide its stall.
   */
  record Paced(int perSecond, Duration duration) implements Load {

    @Override
    public void run(Iterator<Applicant> applicants, Sender sender) throws InterruptedException {
      long begin = System.nanoTime();
      List<Future<?>> running = new ArrayList<>(most());
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < most() && applicants.hasNext(); i++) {
          long due = begin + i * 1_000_000_000L / perSecond;
          for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
          }
          Applicant applicant = applicants.next();
          running.add(
              threads.submit(() -> {
                sender.send(applicant, due);
                return null;
              }));
        }
        join(running);
      }
    }

    @Override
    public int most() {
      return (int) (duration.toSeconds() * perSecond);
    }

    @Override
    public String name() {
      return perSecond + " a second, however long answers take, " + duration.toSeconds() + " s";
    }
  }

  private static void join(List<Future<?>> running) throws InterruptedException {
    for (Future<?> future : running) {
      try {
        future.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("The load generator broke off", e.getCause());
      }
    }
  }
}
