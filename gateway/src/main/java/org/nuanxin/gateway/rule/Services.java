package org.nuanxin.gateway.rule;

import java.util.List;

/** The services behind the gateway, by module name. */
public final class Services {

  public static final String GATEWAY = "gateway";
  public static final String IDENTITY = "identity-service";
  public static final String MEMBERSHIP = "membership-service";
  public static final String BENEFITS = "benefits-service";
  public static final String STATIONS = "stations-service";
  public static final String NOTIFICATION = "notification-service";

  /** The front ends, which the gateway carries itself: no service is behind them. */
  public static final String WEB = "web";

  /** All that calls can be passed on to. */
  public static final List<String> BEHIND =
      List.of(IDENTITY, MEMBERSHIP, BENEFITS, STATIONS, NOTIFICATION);

  private Services() {}
}
