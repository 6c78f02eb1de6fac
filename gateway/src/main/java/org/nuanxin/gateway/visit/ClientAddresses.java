package org.nuanxin.gateway.visit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Where a call comes from. {@code X-Forwarded-For} is believed only as far as proxies of ours wrote
 * it: read from the right, the first address that is not one of theirs is the client's.
 */
public final class ClientAddresses {

  /** Name of the header field that proxies extend and services read. */
  public static final String HEADER = "X-Forwarded-For";

  private static final InetAddress NOWHERE = InetAddress.ofLiteral("0.0.0.0");

  private final List<AddressRange> proxies;

  /** Believes proxies in these ranges (CIDR or single addresses). */
  public ClientAddresses(List<String> trustedProxies) {
    this.proxies = trustedProxies.stream().map(String::strip).map(AddressRange::parse).toList();
  }

  InetAddress of(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    InetAddress address =
        remote == null || remote.getAddress() == null ? NOWHERE : remote.getAddress();
    if (proxies.isEmpty() || !isProxy(address)) {
      return address;
    }
    return forwarded(request.getHeaders(), address);
  }

  private InetAddress forwarded(HttpHeaders headers, InetAddress proxy) {
    String[] hops = String.join(",", headers.getOrEmpty(HEADER)).split(",");
    InetAddress nearest = proxy;
    for (int i = hops.length - 1; i >= 0; i--) {
      InetAddress hop = literal(hops[i].strip());
      if (hop == null) {
        return nearest;
      }
      nearest = hop;
      if (!isProxy(hop)) {
        return hop;
      }
    }
    return nearest;
  }

  private boolean isProxy(InetAddress address) {
    for (AddressRange range : proxies) {
      if (range.contains(address)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
