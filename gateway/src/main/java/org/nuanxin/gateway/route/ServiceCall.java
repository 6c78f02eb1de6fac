package org.nuanxin.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_HEADER_NAMES;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ALREADY_ROUTED_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nuanxin.gateway.instance.Instance;
import org.nuanxin.gateway.instance.Instances;
import org.nuanxin.gateway.limit.Bulkhead;
import org.nuanxin.gateway.limit.Bulkheads;
import org.nuanxin.gateway.visit.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Passes a call to one instance of its service. Another is asked only where nothing of the request
 * was sent, or where it was a mere question; so nothing is ever done twice on the gateway's
 * account.
 */
final class ServiceCall implements GlobalFilter, Ordered {

  /** Before the filter that writes the answer: a call ends when its answer is written. */
  static final int ORDER = -2;

  private static final Logger log = LoggerFactory.getLogger(ServiceCall.class);
  private static final int MOST_ATTEMPTS = 3;

  private final Instances instances;
  private final Bulkheads bulkheads;
  private final OpenStreams streams;

  ServiceCall(Instances instances, Bulkheads bulkheads, OpenStreams streams) {
    this.instances = instances;
    this.bulkheads = bulkheads;
    this.streams = streams;
  }

  @Override
  public int getOrder() {
    return ORDER;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    Visit visit = Visit.of(exchange);
    boolean stream = visit.isStream();
    Bulkhead bulkhead =
        stream ? bulkheads.streams(visit.service()) : bulkheads.calls(visit.service());
    bulkhead.enter();
    Mono<Void> call = attempt(exchange, chain, visit, List.of());
    return (stream ? streams.untilShutdown(call) : call).doFinally(signal -> bulkhead.leave());
  }

  private Mono<Void> attempt(
      ServerWebExchange exchange, GatewayFilterChain chain, Visit visit, List<Instance> tried) {
    Instance instance = instances.next(visit.service(), tried);
    if (instance == null) {
      return Mono.error(Failures.none());
    }
    exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, target(instance, exchange, visit));
    exchange.getAttributes().remove(GATEWAY_ALREADY_ROUTED_ATTR);
    return chain
        .filter(exchange)
        .doOnSuccess(done -> answered(instance, visit))
        .onErrorResume(error -> failed(exchange, chain, visit, tried, instance, error));
  }

  private Mono<Void> failed(
      ServerWebExchange exchange,
      GatewayFilterChain chain,
      Visit visit,
      List<Instance> tried,
      Instance instance,
      Throwable error) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(error);
    }
    HttpMethod method = exchange.getRequest().getMethod();
    Set<String> begun = exchange.getAttribute(CLIENT_RESPONSE_HEADER_NAMES);
    if (begun != null) {
      // It broke off in the middle of its answer, of which nothing has been passed on yet.
      begun.forEach(exchange.getResponse().getHeaders()::remove);
      return Mono.error(Failures.problem(error, method));
    }
    boolean unsent = Failures.isUnsent(error);
    if (unsent) {
      refused(instance, visit, error);
    }
    List<Instance> all = new ArrayList<>(tried);
    all.add(instance);
    boolean harmless = unsent || (Failures.isSafe(method) && Failures.isInterrupted(error));
    return harmless && all.size() < MOST_ATTEMPTS
        ? attempt(exchange, chain, visit, all)
        : Mono.error(Failures.problem(error, method));
  }

  private static URI target(Instance instance, ServerWebExchange exchange, Visit visit) {
    String query = exchange.getRequest().getURI().getRawQuery();
    return URI.create(
        query == null
            ? instance.base() + visit.path()
            : instance.base() + visit.path() + '?' + query);
  }

  private static void answered(Instance instance, Visit visit) {
    if (instance.answer()) {
      log.info("{} at {} takes calls again", visit.service(), instance);
    }
  }

  private static void refused(Instance instance, Visit visit, Throwable error) {
    if (instance.refuse()) {
      log.atWarn()
          .addKeyValue("trace.id", visit.trace().traceId())
          .log(
              "{} at {} takes no calls: {}", visit.service(), instance, error.getClass().getName());
    }
  }
}
