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
 */
final class RecentCounts {

  private final Counts counts;
  private final Clock clock;
  private final Duration keep;
  private final ConcurrentHashMap<String, CompletableFuture<Counted>> latest =
      new ConcurrentHashMap<>();

  RecentCounts(Counts counts, Clock clock, Duration keep) {
    this.counts = counts;
    this.clock = clock;
    this.keep = keep;
  }

  Counted of(String federation) {
    Instant now = clock.instant();
    CompletableFuture<Counted> own = new CompletableFuture<>();
    CompletableFuture<Counted> shared =
        latest.compute(federation, (key, held) -> held != null && isRecent(held, now) ? held : own);
    if (shared == own) {
      count(federation, now, own);
    }
    try {
      return shared.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void count(String federation, Instant now, CompletableFuture<Counted> own) {
    try {
      own.complete(counts.of(federation, now));
    } catch (RuntimeException | Error e) {
      own.completeExceptionally(e);
    }
  }

  private boolean isRecent(CompletableFuture<Counted> held, Instant now) {
    return switch (held.state()) {
      case RUNNING -> true;
      case SUCCESS -> held.resultNow().asOf().plus(keep).isAfter(now);
      case FAILED, CANCELLED -> false;
    };
  }
}
