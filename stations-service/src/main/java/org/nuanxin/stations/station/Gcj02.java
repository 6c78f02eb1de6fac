package org.nuanxin.stations.station;

/**
 * A place as maps in mainland China give it: WGS-84, shifted by some hundred metres (GCJ-02). The
 * shift is the widely published one; its inverse has no closed form and is found by iteration.
 *
 * @param longitude degrees east
 * @param latitude degrees north
 */
public record Gcj02(double longitude, double latitude) {

  private static final double SEMI_MAJOR_AXIS = 6_378_245.0;
  private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
  // A step shrinks the error some thousandfold; four leave less than a micrometre.
  private static final int STEPS = 4;

  private record Shift(double longitude, double latitude) {}

  /** The shifted place; outside China maps do not shift. */
  public static Gcj02 of(Wgs84 place) {
    if (!place.isInChina()) {
      return new Gcj02(place.longitude(), place.latitude());
    }
    Shift shift = shiftAt(place.longitude(), place.latitude());
    return new Gcj02(place.longitude() + shift.longitude, place.latitude() + shift.latitude);
  }

  /** The place without the shift, to well under a metre. */
  public Wgs84 toWgs84() {
    Wgs84 guess = new Wgs84(longitude, latitude);
    if (!guess.isInChina()) {
      return guess;
    }
    for (int i = 0; i < STEPS; i++) {
      Shift shift = shiftAt(guess.longitude(), guess.latitude());
      guess = new Wgs84(longitude - shift.longitude, latitude - shift.latitude);
    }
    return guess;
  }

  private static Shift shiftAt(double longitude, double latitude) {
    double x = longitude - 105.0;
    double y = latitude - 35.0;
    double phi = latitude / 180.0 * Math.PI;
    double sinPhi = Math.sin(phi);
    double w = 1 - ECCENTRICITY_SQUARED * sinPhi * sinPhi;
    double sqrtW = Math.sqrt(w);
    double north =
        northMetres(x, y)
            * 180.0
            / (SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (w * sqrtW) * Math.PI);
    double east = eastMetres(x, y) * 180.0 / (SEMI_MAJOR_AXIS / sqrtW * Math.cos(phi) * Math.PI);
    return new Shift(east, north);
  }

  private static double northMetres(double x, double y) {
    return -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + ripple(x)
        + (20.0 * Math.sin(y * Math.PI) + 40.0 * Math.sin(y / 3.0 * Math.PI)) * 2.0 / 3.0
        + (160.0 * Math.sin(y / 12.0 * Math.PI) + 320.0 * Math.sin(y * Math.PI / 30.0)) * 2.0 / 3.0;
  }

  private static double eastMetres(double x, double y) {
    return 300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + ripple(x)
        + (20.0 * Math.sin(x * Math.PI) + 40.0 * Math.sin(x / 3.0 * Math.PI)) * 2.0 / 3.0
        + (150.0 * Math.sin(x / 12.0 * Math.PI) + 300.0 * Math.sin(x / 30.0 * Math.PI)) * 2.0 / 3.0;
  }

  private static double ripple(double x) {
    return (20.0 * Math.sin(6.0 * x * Math.PI) + 20.0 * Math.sin(2.0 * x * Math.PI)) * 2.0 / 3.0;
  }
}
