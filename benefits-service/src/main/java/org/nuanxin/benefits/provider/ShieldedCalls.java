package org.nuanxin.benefits.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Calls through a circuit breaker, timed. How one ends is an outcome and never an exception. */
final class ShieldedCalls {

  /** A call over HTTP. */
  @FunctionalInterface
  interface Call<T> {
    T run() throws IOException, InterruptedException;
  }

  /** How a call ended. */
  sealed interface Attempt<T> {}

  /** With an answer that counts. */
  record Answered<T>(T answer) implements Attempt<T> {}

  /**
   * With none.
   *
   * @param unsure whether it may have taken effect
   * @param fast whether to try at once again
   */
  record Failed<T>(boolean unsure, boolean fast) implements Attempt<T> {}

  /** It was not made: the circuit is open. */
  record Shielded<T>() implements Attempt<T> {}

  /**
   * A bundle says more of a provider than one order does, but no single call opens the circuit, nor
   * one that failed and one that did not.
   */
  private static final int MOST_WEIGHT = (Providers.LEAST_CALLS - 1) / 2;

  private final CircuitBreaker breaker;
  private final Timer succeeded;
  private final Timer failed;

  ShieldedCalls(CircuitBreaker breaker, MeterRegistry meters) {
    this.breaker = breaker;
    String name = breaker.getName();
    succeeded = meters.timer("nuanxin.provider.calls", "provider", name, "outcome", "answered");
    failed = meters.timer("nuanxin.provider.calls", "provider", name, "outcome", "failed");
  }

  /**
   * Makes one call.
   *
   * @param orders how many it is about, which is what it weighs before the circuit breaker
   * @param counts whether the provider itself has said something; all else, such as a gateway's 404
   *     or a 401 after a key was changed, is a failure for later
   */
  <T> Attempt<T> attempt(Call<T> call, int orders, Predicate<T> counts) {
    if (!breaker.tryAcquirePermission()) {
      return new Shielded<>();
    }
    long start = System.nanoTime();
    try {
      T answer = call.run();
      long took = System.nanoTime() - start;
      if (!counts.test(answer)) {
        return failed(
            orders, took, new IOException("no answer that counts"), new Failed<>(true, true));
      }
      for (int i = 0; i < weight(orders); i++) {
        breaker.onSuccess(took, TimeUnit.NANOSECONDS);
      }
      succeeded.record(took, TimeUnit.NANOSECONDS);
      return new Answered<>(answer);
    } catch (IOException e) {
      boolean timedOut = e instanceof HttpTimeoutException;
      return failed(
          orders,
          System.nanoTime() - start,
          e,
          new Failed<>(!(e instanceof ConnectException), !timedOut));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(orders, System.nanoTime() - start, e, new Failed<>(true, false));
    }
  }

  private static int weight(int orders) {
    return Math.min(orders, MOST_WEIGHT);
  }

  private <T> Failed<T> failed(int orders, long took, Exception why, Failed<T> how) {
    for (int i = 0; i < weight(orders); i++) {
      breaker.onError(took, TimeUnit.NANOSECONDS, why);
    }
    failed.record(took, TimeUnit.NANOSECONDS);
    return how;
  }
}
