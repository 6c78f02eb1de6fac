package org.nuanxin.stations.station;

/**
 * A place on the globe as GPS gives it.
 *
 * @param longitude degrees east, -180 to 180
 * @param latitude degrees north, -90 to 90
 */
public record Wgs84(double longitude, double latitude) {

  private static final double EARTH_RADIUS_METRES = 6_371_008.8;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when one is left, also by NaN
   */
  public Wgs84 {
    if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) {
      throw new IllegalArgumentException("Not on the globe");
    }
  }

  /** Whether it is in the box around China, where GCJ-02 is defined. */
  public boolean isInChina() {
    return longitude >= 73.66 && longitude <= 135.05 && latitude >= 3.86 && latitude <= 53.55;
  }

  /** Great-circle distance in metres, on the sphere of the earth's mean radius. */
  public double metresTo(Wgs84 other) {
    double phi1 = Math.toRadians(latitude);
    double phi2 = Math.toRadians(other.latitude);
    double sinPhi = Math.sin((phi2 - phi1) / 2);
    double sinLambda = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    double h = sinPhi * sinPhi + Math.cos(phi1) * Math.cos(phi2) * sinLambda * sinLambda;
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
