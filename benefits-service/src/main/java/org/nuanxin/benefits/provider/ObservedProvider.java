package org.nuanxin.benefits.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benefits.provider.ProviderHealth.Circuit;
import org.nuanxin.kit.ops.ProviderWatch.State;

/** Remembers of a circuit breaker what it does not: its last success, and why it opened. */
final class ObservedProvider {

  private static final float HALF = 50;

  private final String programme;
  private final CircuitBreaker breaker;
  private volatile @Nullable Instant lastSuccessAt;
  private volatile boolean openedBySlowness;

  ObservedProvider(String programme, CircuitBreaker breaker) {
    this.programme = programme;
    this.breaker = breaker;
    breaker
        .getEventPublisher()
        .onSuccess(event -> lastSuccessAt = event.getCreationTime().toInstant())
        .onStateTransition(event -> {
          if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
            // While it is open, the breaker keeps the figures that opened it, and no longer.
            openedBySlowness = breaker.getMetrics().getFailureRate() < failuresThatOpen();
          }
        });
  }

  ProviderHealth health() {
    Circuit circuit =
        switch (breaker.getState()) {
          case CLOSED, DISABLED, METRICS_ONLY -> Circuit.CLOSED;
          case OPEN, FORCED_OPEN -> Circuit.OPEN;
          case HALF_OPEN -> Circuit.HALF_OPEN;
        };
    return new ProviderHealth(
        breaker.getName(), programme, stateBehind(circuit), circuit, lastSuccessAt);
  }

  private State stateBehind(Circuit circuit) {
    return switch (circuit) {
      case OPEN, HALF_OPEN -> openedBySlowness ? State.SLOW : State.DOWN;
      case CLOSED -> breaker.getMetrics().getSlowCallRate() >= HALF ? State.SLOW : State.UP;
    };
  }

  private float failuresThatOpen() {
    return breaker.getCircuitBreakerConfig().getFailureRateThreshold();
  }
}
