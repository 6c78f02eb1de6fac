package org.nuanxin.membership.figures;

import java.time.Instant;

/** Port to what there is to count in a federation. */
public interface Counts {

  /** The most days that are told one by one, the current one among them. */
  int MOST_DAYS = 92;

  /**
   * Counts now: exactly what is stored, though what is stored meanwhile may be in one part and not
   * yet in another.
   */
  Counted of(String federation, Instant now);
}
