package org.nuanxin.stations.station.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.stations.station.Wgs84;

/**
 * A GeoJSON point.
 *
 * @param type {@code Point}
 * @param coordinates longitude, latitude
 */
record PointBody(@Nullable String type, @Nullable List<@Nullable Double> coordinates) {

  // Seven decimals are a centimetre; more would only be noise of the conversion.
  private static final double PRECISION = 1e7;

  static PointBody of(Wgs84 place) {
    return new PointBody("Point", List.of(rounded(place.longitude()), rounded(place.latitude())));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * PRECISION) / PRECISION;
  }
}
