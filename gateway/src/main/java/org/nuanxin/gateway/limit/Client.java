package org.nuanxin.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.nuanxin.gateway.token.Caller;

/**
 * On whose account a call is counted: an account's where one is known, else its address's.
 *
 * @param isAccount whether an account is known
 * @param name the account, or the address
 */
public record Client(boolean isAccount, String name) {

  /** The account that a genuine token speaks for, whatever address it calls from. */
  public static Client of(Caller caller) {
    return new Client(true, caller.subject());
  }

  /** An address; an IPv6 customer's whole /64 is one. */
  public static Client of(InetAddress address) {
    return new Client(
        false,
        address instanceof Inet6Address
            ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8))
            : address.getHostAddress());
  }
}
