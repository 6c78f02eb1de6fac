package org.nuanxin.gateway.visit;

import java.net.InetAddress;

/** Addresses whose first {@code bits} are those of {@code base}: CIDR. */
record AddressRange(byte[] base, int bits) {

  /** Reads {@code 10.0.0.0/8}, or a single address. Names are not looked up. */
  static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    byte[] base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash)).getAddress();
    int bits = slash < 0 ? base.length * 8 : Integer.parseInt(text.substring(slash + 1));
    if (bits < 0 || bits > base.length * 8) {
      throw new IllegalArgumentException("Not an address range: " + text);
    }
    return new AddressRange(base, bits);
  }

  boolean contains(InetAddress address) {
    byte[] other = address.getAddress();
    if (other.length != base.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >>> (bit & 7);
      if (((base[bit >> 3] ^ other[bit >> 3]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
