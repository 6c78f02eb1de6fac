package org.nuanxin.stations.station;

import java.util.List;
import java.util.Optional;

/** The register. */
public interface Stations {

  /**
   * Registers a station.
   *
   * @return the station as stored: what was there already under this id, if anything
   */
  Station register(Station station);

  /** Registers those whose ids are not there yet; the others stay as they are. */
  void registerMissing(List<Station> stations);

  /**
   * Stores the next version of a station. Succeeds only if the stored version is the one before it;
   * otherwise changes nothing and gives false.
   */
  boolean change(Station next);

  /** One station of a federation. */
  Optional<Station> find(String federation, String id);

  /** How many stations of a federation are made up. */
  long countSynthetic(String federation);

  /** Nearest first from a place, else by name; one more than the limit where there are more. */
  List<FoundStation> search(StationSearch search);
}
