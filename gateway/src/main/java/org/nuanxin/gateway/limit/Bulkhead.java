package org.nuanxin.gateway.limit;

import java.util.concurrent.atomic.AtomicInteger;
import org.nuanxin.gateway.problem.ProblemException;

/** A bound on the calls that one service has open at once, so that a slow one cannot take all. */
public final class Bulkhead {

  private final int most;
  private final AtomicInteger open = new AtomicInteger();

  Bulkhead(int most) {
    this.most = most;
  }

  /**
   * Takes a place, to be given back with {@link #leave()}.
   *
   * @throws ProblemException 503 when there is none
   */
  public void enter() {
    if (open.incrementAndGet() > most) {
      open.decrementAndGet();
      throw ProblemException.unavailable("busy", "This part of the system is at its limit.", 1);
    }
  }

  /** Gives a place back. */
  public void leave() {
    open.decrementAndGet();
  }

  /** Places taken. */
  public int open() {
    return open.get();
  }
}
