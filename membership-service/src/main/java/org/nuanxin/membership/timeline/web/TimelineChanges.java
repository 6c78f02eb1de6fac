package org.nuanxin.membership.timeline.web;

import java.util.List;

/** Port to whoever notices that a timeline changed, on whichever instance. */
public interface TimelineChanges {

  /**
   * Begins to watch unless it does already. What changes after this returns is told; a change may
   * be told more than once.
   */
  void watch(Listener listener);

  /** Is told of changes, one at a time. */
  interface Listener {

    /**
     * Something about this person changed.
     *
     * @param phones the phones of somebody who is new, or has others now; else empty
     */
    void changed(String memberId, List<String> phones);

    /** Changes may have been missed. */
    void everythingMayHaveChanged();

    /** Whether anybody still watches. */
    boolean isAnybodyThere();
  }
}
