package org.nuanxin.benefits.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.ops.ProviderWatch.State;

/**
 * How a provider looks from this instance, judged by its own last calls and by no others.
 *
 * @param programme code of the programme it gives
 * @param lastSuccessAt when it last answered as it should; null if not since this instance started
 */
public record ProviderHealth(
    String name, String programme, State state, Circuit circuit, @Nullable Instant lastSuccessAt) {

  /** The circuit breaker before it. */
  public enum Circuit {
    /** Every call is made. */
    CLOSED,
    /** None is. */
    OPEN,
    /** A few are made, to see. */
    HALF_OPEN
  }
}
