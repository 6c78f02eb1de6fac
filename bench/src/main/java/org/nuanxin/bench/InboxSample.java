package org.nuanxin.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.nuanxin.localstack.demo.ApiClient;
import org.nuanxin.localstack.demo.Expected;
import org.nuanxin.localstack.demo.GaveUp;
import org.nuanxin.localstack.demo.Insistence;
import org.nuanxin.localstack.demo.ProviderBooks;
import org.nuanxin.localstack.demo.WorkerPhone;

/**
 * A few of the workers look at their own pages until everything is there, as a person sees it: all
 * grants and all messages. So few that looking does not load the system.
 */
final class InboxSample implements AutoCloseable {

  private static final long BETWEEN_TWO_NANOS = Duration.ofMillis(500).toNanos();
  private static final Duration LOOK = Duration.ofMillis(40);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final ApiClient gateway;
  private final ProviderBooks books;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Histogram complete = new Histogram(600_000_000L, 3);
  private final AtomicInteger wrong = new AtomicInteger();
  private long lastTaken;

  InboxSample(ApiClient gateway, ProviderBooks books) {
    this.gateway = gateway;
    this.books = books;
  }

  /** Takes this worker into the sample, if the last one was taken long enough ago. */
  synchronized void offer(Applicant applicant, long sentNanos) {
    if (System.nanoTime() - lastTaken < BETWEEN_TWO_NANOS) {
      return;
    }
    lastTaken = System.nanoTime();
    threads.submit(() -> {
      watch(applicant, sentNanos);
      return null;
    });
  }

  private void watch(Applicant applicant, long sentNanos) throws InterruptedException {
    WorkerPhone phone = new WorkerPhone(gateway, books, applicant.worker());
    phone.use(applicant.token());
    Insistence insistence = Insistence.lasting(PATIENCE);
    try {
      while (!Expected.allMessages(phone.messages(insistence))) {
        Thread.sleep(untilNextLook(System.nanoTime() - sentNanos));
      }
      boolean granted = Expected.allGrants(phone.grants(insistence));
      record(System.nanoTime() - sentNanos);
      boolean exact =
          granted
              && phone.grants(insistence).size() == Expected.MESSAGES - 1
              && phone.messages(insistence).size() == Expected.MESSAGES;
      if (!exact) {
        wrong.incrementAndGet();
      }
    } catch (GaveUp e) {
      wrong.incrementAndGet();
    }
  }

  /** Looks cost the system too: a tenth of what has passed is exact enough. */
  private static Duration untilNextLook(long passedNanos) {
    Duration tenth = Duration.ofNanos(passedNanos / 10);
    return tenth.compareTo(LOOK) > 0 ? tenth : LOOK;
  }

  private synchronized void record(long nanos) {
    complete.recordValue(Math.min(nanos / 1_000, 600_000_000L));
  }

  /** Microseconds from sending to everything seen. */
  synchronized Histogram complete() {
    return complete.copy();
  }

  /** How many of the sample did not end with exactly three grants and four messages. */
  int wrong() {
    return wrong.get();
  }

  /** Waits until everybody of the sample has seen everything. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE.toSeconds() + 10, TimeUnit.SECONDS)) {
        wrong.incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
