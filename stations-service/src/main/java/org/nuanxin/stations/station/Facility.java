package org.nuanxin.stations.station;

/** What a station offers. */
public enum Facility {
  AIR_CONDITIONING,
  BATTERY_SWAP,
  BOOKS,
  DRINKING_WATER,
  FIRST_AID,
  LEGAL_AID,
  MASSAGE_CHAIR,
  MEALS,
  MICROWAVE,
  PARKING,
  PHONE_CHARGING,
  REFRIGERATOR,
  SEATING,
  SHOWER,
  TOILET,
  TV,
  UMBRELLAS,
  WIFI
}
