package org.nuanxin.gateway.route;

import java.util.Map;
import org.nuanxin.gateway.visit.Visit;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.core.env.Environment;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Takes the route that the visit has found, instead of asking every route's predicate. What is the
 * gateway's own, and everything on the management port, is left to the other mappings.
 */
final class RouteMapping extends RoutePredicateHandlerMapping {

  private final Map<String, Route> routes;

  RouteMapping(
      FilteringWebHandler handler,
      RouteLocator locator,
      GlobalCorsProperties cors,
      Environment environment,
      Map<String, Route> routes) {
    super(handler, locator, cors, environment);
    this.routes = routes;
  }

  @Override
  protected Mono<Route> lookupRoute(ServerWebExchange exchange) {
    Visit visit = Visit.find(exchange);
    return visit == null ? Mono.empty() : Mono.justOrEmpty(routes.get(visit.service()));
  }
}
