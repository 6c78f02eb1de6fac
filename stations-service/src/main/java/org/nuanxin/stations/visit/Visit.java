package org.nuanxin.stations.visit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import org.nuanxin.events.VisitCheckedIn;
import org.nuanxin.stations.station.OpeningHours;
import org.nuanxin.stations.station.Station;

/**
 * A person was at a station on a day. There is one for each person, station and day: its id derives
 * from the three.
 *
 * @param phoneIndex keyed blind index of the visitor's phone
 * @param day in the station's local time
 */
public record Visit(
    String id,
    String federation,
    String stationId,
    String stationName,
    String phoneIndex,
    LocalDate day,
    Instant at) {

  private static final int ID_BYTES = 18;

  /** The visit of somebody to a station, now. */
  public static Visit of(Station station, String phoneIndex, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, OpeningHours.ZONE);
    return new Visit(
        id(station, phoneIndex, day),
        station.federation(),
        station.id(),
        station.profile().name(),
        phoneIndex,
        day,
        now);
  }

  /** What others are told of it. */
  VisitCheckedIn checkedIn() {
    return new VisitCheckedIn(federation, id, stationId, stationName, phoneIndex, at);
  }

  /** A hash, so that the id that travels does not show the phone's index. */
  private static String id(Station station, String phoneIndex, LocalDate day) {
    String text = String.join("\n", station.federation(), station.id(), day.toString(), phoneIndex);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, ID_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
