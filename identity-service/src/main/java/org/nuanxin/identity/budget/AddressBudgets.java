package org.nuanxin.identity.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Counts per network address and minute, across instances. */
public interface AddressBudgets {

  /**
   * Spends one of the address's budget for the current minute.
   *
   * @return how long to wait when there was none left; empty when it was spent
   */
  Optional<Duration> spend(Budget budget, String address, Instant now);
}
