package org.nuanxin.gateway.limit;

import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.nuanxin.gateway.token.Caller;

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

  /** Takes one request from an account's allowance. */
  public Ration take(Caller caller) {
    return accounts.take(caller.subject());
  }

  /** Takes one request from an address's allowance; an IPv6 customer's whole /64 is one address. */
  public Ration take(InetAddress address) {
    return addresses.take(
        address instanceof Inet6Address
            ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8))
            : address.getHostAddress());
  }
}
