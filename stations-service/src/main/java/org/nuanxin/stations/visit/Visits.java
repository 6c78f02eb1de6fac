package org.nuanxin.stations.visit;

import org.nuanxin.events.VisitCheckedIn;

/** All visits. */
public interface Visits {

  /**
   * Stores a visit together with its event, which is sent some time after. Of concurrent calls for
   * one visit exactly one stores it and its event.
   *
   * @return the visit as stored: the earlier one of that day, if there is one
   */
  Visit store(Visit visit, VisitCheckedIn event);
}
