package org.nuanxin.localstack.sample;

import java.util.List;
import java.util.Optional;

/** The kinds of stations Sanya has, and how many of each. */
enum StationKind {
  /** Warm-new stations: shops, banks and offices that take workers in. */
  WARM_NEW(
      220,
      "暖新驿站",
      List.of("便利店", "银行网点", "快递网点", "药店", "加油站", "社区服务中心", "餐饮店"),
      List.of("DRINKING_WATER", "SEATING", "PHONE_CHARGING"),
      List.of("MICROWAVE", "WIFI", "AIR_CONDITIONING", "TOILET", "FIRST_AID", "UMBRELLAS"),
      7,
      22,
      true),
  /** Stations run by the unions themselves. */
  UNION(
      100,
      "工会驿站",
      List.of("广场", "公园", "工业园", "市场", "社区"),
      List.of("DRINKING_WATER", "SEATING", "PHONE_CHARGING", "AIR_CONDITIONING", "TOILET"),
      List.of(
          "MICROWAVE", "WIFI", "FIRST_AID", "BOOKS", "BATTERY_SWAP", "LEGAL_AID", "REFRIGERATOR"),
      7,
      23,
      false),
  /** Homes of truck and ride-hailing drivers; one of them by the airport. */
  DRIVERS_HOME(
      3,
      "司机之家",
      List.of("服务区"),
      List.of(
          "DRINKING_WATER",
          "SEATING",
          "PHONE_CHARGING",
          "AIR_CONDITIONING",
          "TOILET",
          "MASSAGE_CHAIR",
          "TV",
          "MEALS",
          "BOOKS",
          "PARKING"),
      List.of("SHOWER", "WIFI"),
      6,
      23,
      false),
  /** The home of couriers. */
  COURIERS_HOME(
      1,
      "快递员之家",
      List.of("物流园"),
      List.of(
          "DRINKING_WATER",
          "SEATING",
          "PHONE_CHARGING",
          "AIR_CONDITIONING",
          "TOILET",
          "MICROWAVE",
          "BOOKS",
          "WIFI"),
      List.of("SHOWER", "BATTERY_SWAP"),
      6,
      23,
      false);

  private static final Town AIRPORT = new Town("机场", "460204", 109.4135, 18.3075, 0, 0.001);

  private final int count;
  private final String title;
  private final List<String> hosts;
  private final List<String> always;
  private final List<String> sometimes;
  private final int opensAt;
  private final int closesAt;
  private final boolean mayRest;

  StationKind(
      int count,
      String title,
      List<String> hosts,
      List<String> always,
      List<String> sometimes,
      int opensAt,
      int closesAt,
      boolean mayRest) {
    this.count = count;
    this.title = title;
    this.hosts = hosts;
    this.always = always;
    this.sometimes = sometimes;
    this.opensAt = opensAt;
    this.closesAt = closesAt;
    this.mayRest = mayRest;
  }

  int count() {
    return count;
  }

  String title() {
    return title;
  }

  List<String> hosts() {
    return hosts;
  }

  List<String> always() {
    return always;
  }

  List<String> sometimes() {
    return sometimes;
  }

  int opensAt() {
    return opensAt;
  }

  int closesAt() {
    return closesAt;
  }

  boolean mayRest() {
    return mayRest;
  }

  /** Where the station of that ordinal has to be; empty when anywhere will do. */
  Optional<Town> town(int ordinal) {
    return this == DRIVERS_HOME && ordinal == 1 ? Optional.of(AIRPORT) : Optional.empty();
  }
}
