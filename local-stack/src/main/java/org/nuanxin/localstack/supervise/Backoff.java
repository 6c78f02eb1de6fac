package org.nuanxin.localstack.supervise;

import java.time.Duration;

/** How long to wait before the next start: doubling from one second to thirty. */
public final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofSeconds(30);

  private Duration next = FIRST;

  /** The pause before the next start. */
  public Duration next() {
    Duration pause = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return pause;
  }

  /** The pause that {@link #next} gives. */
  public Duration peek() {
    return next;
  }

  /** Begins again with the shortest pause, after it ran well. */
  public void reset() {
    next = FIRST;
  }
}
