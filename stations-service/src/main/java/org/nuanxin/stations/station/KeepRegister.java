package org.nuanxin.stations.station;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Registers stations and keeps what is known of them up to date. */
public final class KeepRegister {

  /** How a change ended. */
  public sealed interface Change {

    /** Stored. */
    record Done(Station station) implements Change {}

    /** Somebody else was first; nothing was changed. */
    record Outdated() implements Change {}

    /** There is no such station. */
    record Unknown() implements Change {}
  }

  private final Stations stations;

  /** Works on this register. */
  public KeepRegister(Stations stations) {
    this.stations = stations;
  }

  /**
   * Registers a station. Repeating with the same id gives the station that is there.
   *
   * @param code the check-in code; null for a new one
   */
  public Station register(
      String id, String federation, Station.Profile profile, @Nullable String code) {
    return stations.register(
        new Station(id, federation, profile, code == null ? CheckInCodes.next() : code, false, 1));
  }

  /**
   * Changes a station that is still at the version the caller has seen.
   *
   * @param seen empty for whatever version is there
   * @param code the new check-in code; null to keep the present one
   */
  public Change change(
      String id,
      String federation,
      OptionalLong seen,
      Station.Profile profile,
      @Nullable String code) {
    while (true) {
      Optional<Station> present = stations.find(federation, id);
      if (present.isEmpty()) {
        return new Change.Unknown();
      }
      if (seen.isPresent() && present.get().version() != seen.getAsLong()) {
        return new Change.Outdated();
      }
      Station next =
          present.get().changed(profile, code == null ? present.get().checkInCode() : code);
      if (stations.change(next)) {
        return new Change.Done(next);
      }
      if (seen.isPresent()) {
        return new Change.Outdated();
      }
      // Each turn of this loop is another's change that was stored.
    }
  }
}
