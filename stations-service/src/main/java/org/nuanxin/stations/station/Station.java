package org.nuanxin.stations.station;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A station as it is at one version.
 *
 * @param checkInCode what a visitor scans or types there; it hangs on the wall, so it is stored as
 *     it is, but no public answer shows it
 * @param synthetic whether it was made up for a demonstration
 * @param version 1 when registered, one more with every change
 */
public record Station(
    String id,
    String federation,
    Profile profile,
    String checkInCode,
    boolean synthetic,
    long version) {

  /**
   * What is known of a station to everybody.
   *
   * @param facilities what it offers, each once
   * @param district code of the district; null where not given
   * @param communityCode code of the community; null where not given
   */
  public record Profile(
      String name,
      StationKind kind,
      Wgs84 place,
      List<Facility> facilities,
      OpeningHours hours,
      String address,
      @Nullable String district,
      @Nullable String communityCode) {

    /** Copies the facilities, each once. */
    public Profile {
      facilities = List.copyOf(facilities.stream().distinct().toList());
    }
  }

  /** The next version, with another profile and code. */
  public Station changed(Profile newProfile, String newCode) {
    return new Station(id, federation, newProfile, newCode, synthetic, version + 1);
  }

  /** Whether it is open at that instant. */
  public boolean isOpenAt(Instant instant) {
    return profile.hours().isOpenAt(instant);
  }

  /** Whether a visitor's code is this station's; takes the same time however wrong it is. */
  public boolean accepts(String code) {
    return MessageDigest.isEqual(
        checkInCode.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
  }

  /** Leaves the code out of logs. */
  @Override
  public String toString() {
    return "Station[" + id + ", " + profile.name() + ", version " + version + "]";
  }
}
