package org.nuanxin.stations.station.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.stations.station.Facility;
import org.nuanxin.stations.station.Station;
import org.nuanxin.stations.station.StationKind;
import org.nuanxin.stations.station.Wgs84;

/**
 * A station, as everybody sees it.
 *
 * @param point in WGS-84
 * @param crs always {@code WGS84}
 * @param distanceMetres as the crow flies from where was asked, to the metre; null where no place
 *     was given
 * @param walkingMinutes at 4 km/h over that distance, rounded up; null where no place was given
 */
record StationAnswer(
    String id,
    String name,
    StationKind kind,
    PointBody point,
    Crs crs,
    @Nullable Long distanceMetres,
    @Nullable Integer walkingMinutes,
    boolean openNow,
    List<OpeningBody> hours,
    List<Facility> facilities,
    String address,
    @Nullable String district,
    @Nullable String communityCode,
    boolean synthetic) {

  private static final double METRES_PER_MINUTE = 4_000.0 / 60;

  static StationAnswer of(Station station, @Nullable Wgs84 from, Instant now) {
    Station.Profile profile = station.profile();
    Long metres = from == null ? null : Math.round(from.metresTo(profile.place()));
    return new StationAnswer(
        station.id(),
        profile.name(),
        profile.kind(),
        PointBody.of(profile.place()),
        Crs.WGS84,
        metres,
        metres == null ? null : (int) Math.ceil(metres / METRES_PER_MINUTE),
        station.isOpenAt(now),
        profile.hours().openings().stream().map(OpeningBody::of).toList(),
        profile.facilities(),
        profile.address(),
        profile.district(),
        profile.communityCode(),
        station.synthetic());
  }
}
