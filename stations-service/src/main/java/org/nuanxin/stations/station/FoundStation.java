package org.nuanxin.stations.station;

/**
 * A station that a search found.
 *
 * @param storeMetres distance as the store measures, to go on from; 0 in a list by name
 */
public record FoundStation(Station station, double storeMetres) {}
