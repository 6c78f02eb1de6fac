package org.nuanxin.gateway.route;

import java.util.List;
import org.nuanxin.gateway.visit.Visit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.client.HttpClient;

/**
 * Sends the request, with one of two clients made beforehand: a stream may be silent for longer.
 */
final class ServiceClient extends NettyRoutingFilter {

  private final HttpClient calls;
  private final HttpClient streams;

  ServiceClient(
      HttpClient client,
      RouteSettings settings,
      HttpClientProperties properties,
      ObjectProvider<List<HttpHeadersFilter>> headers) {
    super(client, headers, properties);
    this.calls = client.responseTimeout(settings.responseTimeout());
    this.streams = client.responseTimeout(settings.streamTimeout());
  }

  @Override
  protected HttpClient getHttpClient(Route route, ServerWebExchange exchange) {
    return Visit.of(exchange).isStream() ? streams : calls;
  }
}
