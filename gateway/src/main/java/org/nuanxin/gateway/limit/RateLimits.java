package org.nuanxin.gateway.limit;

import io.github.bucket4j.TimeMeter;

/**
 * Requests per account, and per address for whoever has no token known to be genuine. Counted per
 * instance of the gateway.
 */
public final class RateLimits {

  private final Allowance accounts;
  private final Allowance addresses;

  RateLimits(LimitSettings.RateLimit settings, TimeMeter time) {
    this.accounts =
        new Allowance("account", settings.account().burst(), settings.account().perSecond(), time);
    this.addresses =
        new Allowance("address", settings.address().burst(), settings.address().perSecond(), time);
  }

  /** Takes one request from a client's allowance. */
  public Ration take(Client client) {
    return (client.isAccount() ? accounts : addresses).take(client.name());
  }
}
