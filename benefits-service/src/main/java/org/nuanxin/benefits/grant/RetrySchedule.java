package org.nuanxin.benefits.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When a provider is asked again: doubling waits, each shortened or lengthened at random by up to a
 * half, so that those who failed together do not come back together.
 *
 * @param first wait after the first failure
 * @param longest no wait is longer, but for chance
 * @param lease how long a worker may hold a claim
 */
public record RetrySchedule(Duration first, Duration longest, Duration lease) {

  private static final int DOUBLINGS = 20;

  /** The next try after so many failures. */
  Instant next(int failures, Instant now) {
    long wait =
        Math.min(
            longest.toMillis(), first.toMillis() << Math.min(Math.max(failures, 0), DOUBLINGS));
    return now.plusMillis(Math.round(wait * (0.5 + ThreadLocalRandom.current().nextDouble())));
  }
}
