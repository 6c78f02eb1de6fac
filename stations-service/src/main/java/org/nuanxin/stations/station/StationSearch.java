package org.nuanxin.stations.station;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param near from where; null for a list by name
 * @param radiusMetres how far at most; null for any distance
 * @param district only those of this district, by its code; null for all
 * @param facilities all of which it must offer
 * @param openAt only those open at this instant; null for all
 * @param after what was shown last; null from the start
 * @param limit how many at most
 */
public record StationSearch(
    String federation,
    @Nullable Wgs84 near,
    @Nullable Integer radiusMetres,
    @Nullable StationKind kind,
    @Nullable String district,
    List<Facility> facilities,
    @Nullable Instant openAt,
    @Nullable After after,
    int limit) {

  /** The same, going on after a place. */
  public StationSearch from(After place) {
    return new StationSearch(
        federation, near, radiusMetres, kind, district, facilities, openAt, place, limit);
  }

  /** The place in a list where a page ended. */
  public sealed interface After {

    /**
     * In a list by distance.
     *
     * @param metres distance of the last one shown, as the store measures
     * @param shown those shown at just that distance
     */
    record Distance(double metres, Set<String> shown) implements After {}

    /** In a list by name. */
    record Name(String name, String id) implements After {}
  }
}
