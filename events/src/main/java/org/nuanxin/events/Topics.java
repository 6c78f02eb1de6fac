package org.nuanxin.events;

import java.util.List;

/**
 * The Kafka topics of the system. Each carries the events of one service, keyed by aggregate id
 * (the member id wherever a member is concerned), so that one member's events stay in order.
 */
public final class Topics {

  /** Applications and memberships; written by membership-service only. */
  public static final String MEMBERSHIP = "nuanxin.membership.v1";

  /** Grants of every programme; written by benefits-service only. */
  public static final String BENEFITS = "nuanxin.benefits.v1";

  /** Visits to stations; written by stations-service only. */
  public static final String STATIONS = "nuanxin.stations.v1";

  /** Every topic, for whoever creates them. */
  public static final List<String> ALL = List.of(MEMBERSHIP, BENEFITS, STATIONS);

  /** Partitions each topic has at least: the bound on instances that share one group's work. */
  public static final int PARTITIONS = 12;

  private Topics() {}
}
