package org.nuanxin.membership.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts each federation at most once within a short time, however many ask at once: who comes
 * while it is counted waits for that count. A count that fails fails for those who wait for it, and
 * the next to ask tries anew.
 *
 * <p>A count serves ten times as long as it took, so that counting never takes more than a tenth of
 * the database's time, however many people there are to count; within bounds that a person who
 * looks can live with.
 */
final class RecentCounts {

  /** The longest that a count serves, however long it took, unless it is told to serve longer. */
  static final Duration KEPT_AT_MOST = Duration.ofSeconds(60);

  private static final int TIMES = 10;

  private record Kept(Counted counted, Instant until) {}

  private final Counts counts;
  private final Clock clock;
  private final Duration keptAtLeast;
  private final ConcurrentHashMap<String, CompletableFuture<Kept>> latest =
      new ConcurrentHashMap<>();

  /**
   * @param keptAtLeast how long a count serves that took no time
   */
  RecentCounts(Counts counts, Clock clock, Duration keptAtLeast) {
    this.counts = counts;
    this.clock = clock;
    this.keptAtLeast = keptAtLeast;
  }

  Counted of(String federation) {
    Instant now = clock.instant();
    CompletableFuture<Kept> own = new CompletableFuture<>();
    CompletableFuture<Kept> shared =
        latest.compute(federation, (key, held) -> held != null && serves(held, now) ? held : own);
    if (shared == own) {
      count(federation, now, own);
    }
    try {
      return shared.join().counted();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void count(String federation, Instant began, CompletableFuture<Kept> own) {
    try {
      Counted counted = counts.of(federation, began);
      Instant ended = clock.instant();
      own.complete(new Kept(counted, ended.plus(keptAfter(Duration.between(began, ended)))));
    } catch (RuntimeException | Error e) {
      own.completeExceptionally(e);
    }
  }

  private Duration keptAfter(Duration took) {
    Duration wanted = took.multipliedBy(TIMES);
    Duration bounded = wanted.compareTo(KEPT_AT_MOST) > 0 ? KEPT_AT_MOST : wanted;
    return bounded.compareTo(keptAtLeast) > 0 ? bounded : keptAtLeast;
  }

  private static boolean serves(CompletableFuture<Kept> held, Instant now) {
    return switch (held.state()) {
      case RUNNING -> true;
      case SUCCESS -> held.resultNow().until().isAfter(now);
      case FAILED, CANCELLED -> false;
    };
  }
}
