package org.nuanxin.gateway.visit;

import org.nuanxin.gateway.problem.ProblemException;
import org.nuanxin.gateway.rule.Rules;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/** Opens a visit for each call. */
public final class Visits {

  private final Rules rules;
  private final ClientAddresses addresses;
  private final double sampled;

  /** Visits by this table, whose new traces are recorded to this share. */
  public Visits(Rules rules, ClientAddresses addresses, double sampled) {
    this.rules = rules;
    this.addresses = addresses;
    this.sampled = sampled;
  }

  /** Opens a visit and attaches it to its exchange. */
  public Visit open(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    HttpHeaders headers = request.getHeaders();
    String path = request.getURI().getRawPath();
    Visit visit =
        new Visit(
            RequestIds.of(headers.getFirst(RequestIds.HEADER)),
            Traceparent.of(headers.getFirst(Traceparent.HEADER), sampled),
            addresses.of(request),
            path,
            PlainPath.is(path) ? rules.find(path) : null,
            System.nanoTime());
    visit.attachTo(exchange);
    return visit;
  }

  /** Why a visit without a rule ends: the path is no path to us, or nothing is there. */
  public static ProblemException nothingAt(Visit visit) {
    return PlainPath.is(visit.path())
        ? ProblemException.notFound()
        : new ProblemException(
            HttpStatus.BAD_REQUEST, "bad-path", "The path is not written in its plain form.");
  }
}
