package org.nuanxin.stations.station;

/** What sort of station it is. */
public enum StationKind {
  /** Warm-new station 暖新驿站: a shop, bank or office that takes workers in. */
  WARM_NEW,
  /** Union station 工会驿站. */
  UNION,
  /** Drivers' home 司机之家. */
  DRIVERS_HOME,
  /** Couriers' home 快递员之家. */
  COURIERS_HOME
}
