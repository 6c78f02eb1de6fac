package org.nuanxin.stations.visit;

import java.time.Instant;
import java.util.Optional;
import org.nuanxin.stations.station.Station;
import org.nuanxin.stations.station.Stations;

/** A worker checks in at a station with the code that hangs there. */
public final class CheckIn {

  /** How a check-in ended. */
  public sealed interface Outcome {

    /** The visit of this day is stored. */
    record First(Visit visit) implements Outcome {}

    /** There is one of this day already; nothing was stored. */
    record Again(Visit visit) implements Outcome {}

    /** The code is not this station's. */
    record WrongCode() implements Outcome {}

    /** Too many wrong codes within the hour. */
    record TooManyTries() implements Outcome {}

    /** There is no such station. */
    record UnknownStation() implements Outcome {}
  }

  private final Stations stations;
  private final Visits visits;
  private final Tries tries;

  /** Works on these stores. */
  public CheckIn(Stations stations, Visits visits, Tries tries) {
    this.stations = stations;
    this.visits = visits;
    this.tries = tries;
  }

  /** Checks somebody in. */
  public Outcome at(
      String federation, String stationId, String phoneIndex, String code, Instant now) {
    Optional<Station> station = stations.find(federation, stationId);
    if (station.isEmpty()) {
      return new Outcome.UnknownStation();
    }
    // A try is taken before the code is looked at, so that many calls at once guess no more.
    if (!tries.take(phoneIndex, now)) {
      return new Outcome.TooManyTries();
    }
    if (!station.get().accepts(code)) {
      return new Outcome.WrongCode();
    }
    tries.giveBack(phoneIndex, now);
    Visit visit = Visit.of(station.get(), phoneIndex, now);
    Visit stored = visits.store(visit, visit.checkedIn());
    return stored.at().equals(visit.at()) ? new Outcome.First(stored) : new Outcome.Again(stored);
  }
}
