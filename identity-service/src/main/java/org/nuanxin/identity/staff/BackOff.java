package org.nuanxin.identity.staff;

import java.time.Duration;

/**
 * How long a name waits at an address after wrong passwords from there: not at all below the
 * threshold, then twice as long with each further one.
 *
 * @param threshold failures in a row from which on one waits
 * @param first the wait at the threshold
 * @param longest the longest wait; short enough that nobody can shut a colleague at the same
 *     address out for a day
 */
public record BackOff(int threshold, Duration first, Duration longest) {

  /** The wait after so many failures in a row; zero below the threshold. */
  public Duration after(int failures) {
    if (failures < threshold) {
      return Duration.ZERO;
    }
    Duration wait = first;
    for (int i = threshold; i < failures && wait.compareTo(longest) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(longest) < 0 ? wait : longest;
  }
}
