package org.nuanxin.kit.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.nuanxin.kit.ops.ProviderWatch;

/**
 * How the calls of the last minute to one peer went. It only looks on: a circuit breaker that would
 * open for slowness leaves a peer alone that is slow but does its work.
 */
public final class RecentCalls {

  private static final float HALF = 50;
  private static final int WINDOW_SECONDS = 60;
  private static final int LEAST_CALLS = 3;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final Exception FAILED = new IOException("Failed");

  private final CircuitBreaker calls;

  /**
   * Of a peer, whose calls count as slow from this time on.
   *
   * @param slow for a call that was answered as it should be
   */
  public RecentCalls(String peer, Duration slow) {
    this.calls =
        CircuitBreaker.of(
            peer,
            CircuitBreakerConfig.custom()
                .slidingWindow(WINDOW_SECONDS, LEAST_CALLS, SlidingWindowType.TIME_BASED)
                .slowCallDurationThreshold(slow)
                .build());
    calls.transitionToMetricsOnlyState();
  }

  /** Notes a call that was answered, as it should be or with a failure of the peer's own. */
  public void note(int status, Duration took) {
    if (status / 100 == 5 || status == REQUEST_TIMEOUT || status == TOO_MANY) {
      failed(took);
    } else {
      calls.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** Notes a call that was not answered. */
  public void failed(Duration took) {
    calls.onError(took.toNanos(), TimeUnit.NANOSECONDS, FAILED);
  }

  /** What they say of the peer; {@code UP} as long as there are fewer than three. */
  public ProviderWatch.State state() {
    CircuitBreaker.Metrics last = calls.getMetrics();
    if (last.getFailureRate() >= HALF) {
      return ProviderWatch.State.DOWN;
    }
    return last.getSlowCallRate() >= HALF ? ProviderWatch.State.SLOW : ProviderWatch.State.UP;
  }
}
