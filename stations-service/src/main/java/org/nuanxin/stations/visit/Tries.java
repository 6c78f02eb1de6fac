package org.nuanxin.stations.visit;

import java.time.Instant;

/** How often somebody has tried a code within the hour. */
public interface Tries {

  /**
   * Takes one of the tries of this hour. Concurrent calls never take more than there are.
   *
   * @return false when none is left
   */
  boolean take(String phoneIndex, Instant now);

  /** Gives a try back, since the code was right. */
  void giveBack(String phoneIndex, Instant now);
}
