package org.nuanxin.gateway.route;

import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Which header fields of an answer reach the caller: not what concerns only the connection to the
 * service or tells its software, nor what the gateway has said already.
 */
final class ReturnedHeaders implements HttpHeadersFilter {

  private static final Set<String> DROPPED =
      Set.of(
          "connection",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "proxy-authenticate",
          "server",
          "x-powered-by",
          "x-request-id",
          "x-trace-id",
          "x-content-type-options",
          "ratelimit",
          "ratelimit-policy");

  @Override
  public HttpHeaders filter(HttpHeaders received, ServerWebExchange exchange) {
    HttpHeaders returned = new HttpHeaders();
    received.forEach((name, values) -> {
      if (!DROPPED.contains(name.toLowerCase(Locale.ROOT))) {
        returned.addAll(name, values);
      }
    });
    return returned;
  }

  @Override
  public boolean supports(Type type) {
    return type == Type.RESPONSE;
  }
}
