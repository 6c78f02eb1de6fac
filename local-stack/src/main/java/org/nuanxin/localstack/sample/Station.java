package org.nuanxin.localstack.sample;

import java.util.List;

/**
 * A synthetic station.
 *
 * @param id {@code st-001} and on
 * @param kind WARM_NEW, UNION, DRIVERS_HOME or COURIERS_HOME
 * @param district code of the district it is in
 * @param point where, GeoJSON in WGS-84
 * @param facilities what it offers, in capitals
 * @param hours when it is open, local time of Sanya
 * @param checkInCode what a visitor scans or types there
 */
record Station(
    String id,
    String name,
    String kind,
    String district,
    Point point,
    String address,
    List<String> facilities,
    List<Opening> hours,
    String checkInCode,
    boolean synthetic) {

  /** Longitude and latitude in degrees, to about ten centimetres. */
  record Point(String type, List<Double> coordinates) {

    static Point of(double longitude, double latitude) {
      return new Point(
          "Point", List.of(Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6));
    }
  }

  /** Open on these days from {@code opens} to {@code closes} of the same day. */
  record Opening(List<String> days, String opens, String closes) {}
}
