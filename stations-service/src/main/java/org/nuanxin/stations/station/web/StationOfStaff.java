package org.nuanxin.stations.station.web;

import java.time.Instant;
import org.nuanxin.stations.station.Station;

/**
 * A station, as those who run it see it after a change.
 *
 * @param checkInCode what to print for the wall
 * @param version of the register's entry
 */
record StationOfStaff(StationAnswer station, String checkInCode, long version) {

  static StationOfStaff of(Station station, Instant now) {
    return new StationOfStaff(
        StationAnswer.of(station, null, now), station.checkInCode(), station.version());
  }
}
