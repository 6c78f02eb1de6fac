package org.nuanxin.kit.deadletter;

import java.time.Duration;

/** How a letter is tried again by itself: 2 s, 4 s, 8 s and so on, at most ten minutes apart. */
final class Retries {

  /** Attempts after which it is left to an operator. */
  static final int MOST = 12;

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private Retries() {}

  static Duration after(int attempts) {
    Duration wait = Duration.ofSeconds(1L << Math.min(attempts, 10));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
