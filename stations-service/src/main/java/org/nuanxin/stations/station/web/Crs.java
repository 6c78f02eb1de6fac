package org.nuanxin.stations.station.web;

import org.nuanxin.stations.station.Gcj02;
import org.nuanxin.stations.station.Wgs84;

/** The coordinate reference systems in which a place may be given. */
enum Crs {
  WGS84,
  GCJ02;

  /**
   * The place in WGS-84.
   *
   * @throws IllegalArgumentException when it is not on the globe
   */
  Wgs84 place(double longitude, double latitude) {
    return switch (this) {
      case WGS84 -> new Wgs84(longitude, latitude);
      case GCJ02 -> new Gcj02(longitude, latitude).toWgs84();
    };
  }
}
