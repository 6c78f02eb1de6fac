package org.nuanxin.events;

import java.time.Instant;

/**
 * Somebody checked in at a station.
 *
 * @param phoneIndex keyed blind index of the visitor's phone, by which a member is found
 */
public record VisitCheckedIn(
    String federation,
    String visitId,
    String stationId,
    String stationName,
    String phoneIndex,
    Instant checkedInAt)
    implements StationEvent {

  @Override
  public String key() {
    return phoneIndex;
  }
}
