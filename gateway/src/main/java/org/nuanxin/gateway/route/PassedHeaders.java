package org.nuanxin.gateway.route;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.nuanxin.gateway.rule.Services;
import org.nuanxin.gateway.visit.ClientAddresses;
import org.nuanxin.gateway.visit.RequestIds;
import org.nuanxin.gateway.visit.Traceparent;
import org.nuanxin.gateway.visit.Visit;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Which header fields of a request reach a service. Dropped is what concerns only this connection,
 * what other proxies or the gateway itself say (a caller could only forge it), and cookies except
 * to the one service that sets them.
 */
final class PassedHeaders implements HttpHeadersFilter {

  private static final Set<String> DROPPED =
      Set.of(
          "connection",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "expect",
          "host",
          "http2-settings",
          "forwarded",
          "via",
          "x-real-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "x-request-id",
          "x-http-method",
          "x-http-method-override",
          "x-method-override",
          "true-client-ip",
          "cf-connecting-ip",
          "traceparent",
          "baggage",
          "b3");

  private static final List<String> DROPPED_PREFIXES =
      List.of("x-forwarded", "x-original-", "x-rewrite-", "x-nuanxin-", "x-b3-", "proxy-", "sec-");

  /** By which a browser, and no page in it, says from where a request comes. */
  private static final String FETCH_METADATA = "sec-fetch-";

  @Override
  public HttpHeaders filter(HttpHeaders sent, ServerWebExchange exchange) {
    Visit visit = Visit.of(exchange);
    boolean cookies = visit.service().equals(Services.IDENTITY);
    Set<String> named = namedByConnection(sent);
    HttpHeaders passed = new HttpHeaders();
    sent.forEach((name, values) -> {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!isDropped(lower) && !named.contains(lower) && (cookies || !lower.equals("cookie"))) {
        passed.addAll(name, values);
      }
    });
    passed.set(ClientAddresses.HEADER, visit.address().getHostAddress());
    passed.set(RequestIds.HEADER, visit.requestId());
    passed.set(Traceparent.HEADER, visit.trace().value());
    return passed;
  }

  /** {@code Connection} may name more fields that concern only this connection. */
  private static Set<String> namedByConnection(HttpHeaders sent) {
    List<String> connection = sent.getConnection();
    if (connection.isEmpty()) {
      return Set.of();
    }
    Set<String> named = new HashSet<>();
    for (String name : connection) {
      named.add(name.strip().toLowerCase(Locale.ROOT));
    }
    // Nobody can make the gateway forget who is calling.
    named.remove("authorization");
    return named;
  }

  private static boolean isDropped(String name) {
    if (DROPPED.contains(name)) {
      return true;
    }
    if (name.startsWith(FETCH_METADATA)) {
      return false;
    }
    for (String prefix : DROPPED_PREFIXES) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
