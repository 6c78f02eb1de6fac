package org.nuanxin.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_HEADER_NAMES;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.gateway.problem.ProblemAnswers;
import org.nuanxin.gateway.problem.ProblemException;
import org.nuanxin.gateway.visit.Visit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * Errors that a service did not tell as a problem, but what it runs on: nobody outside is to read
 * them. The gateway's own problem of the same status takes their place.
 */
final class ForeignErrors {

  /** Which fields tell the caller what to do, and so stay. */
  private static final Set<String> KEPT =
      Set.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE);

  private final ProblemAnswers problems;

  ForeignErrors(ProblemAnswers problems) {
    this.problems = problems;
  }

  static boolean isOne(ServerHttpResponse response) {
    HttpStatusCode status = response.getStatusCode();
    if (status == null || !status.isError()) {
      return false;
    }
    String type = response.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
    return type == null
        || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
  }

  /** Reads the service's answer to its end, for the connection is used again, and tells ours. */
  Mono<Void> replace(ServerWebExchange exchange, Connection service) {
    return service
        .inbound()
        .receive()
        .then(
            Mono.defer(() ->
                problems.write(exchange, problem(exchange), Visit.of(exchange).trace().traceId())));
  }

  private static ProblemException problem(ServerWebExchange exchange) {
    HttpHeaders headers = exchange.getResponse().getHeaders();
    Map<String, String> kept = new HashMap<>();
    for (String name : KEPT) {
      String value = headers.getFirst(name);
      if (value != null) {
        kept.put(name, value);
      }
    }
    Set<String> said = exchange.getAttributeOrDefault(CLIENT_RESPONSE_HEADER_NAMES, Set.of());
    Set.copyOf(said).forEach(headers::remove);
    HttpStatus status = status(exchange.getResponse().getStatusCode());
    return ProblemException.with(status, code(status), detail(status), kept);
  }

  /** One that nobody has heard of is told as the first of its class. */
  private static HttpStatus status(@Nullable HttpStatusCode said) {
    HttpStatus known = said == null ? null : HttpStatus.resolve(said.value());
    if (known != null) {
      return known;
    }
    return said != null && said.is4xxClientError()
        ? HttpStatus.BAD_REQUEST
        : HttpStatus.INTERNAL_SERVER_ERROR;
  }

  private static String code(HttpStatus status) {
    return switch (status) {
      case INTERNAL_SERVER_ERROR -> "internal";
      case SERVICE_UNAVAILABLE -> "unavailable";
      case CONTENT_TOO_LARGE, URI_TOO_LONG, REQUEST_HEADER_FIELDS_TOO_LARGE -> "too-large";
      default -> status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  private static String detail(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> "A bearer token is needed.";
      case FORBIDDEN -> "Your role may not do this.";
      case NOT_FOUND -> "There is no such thing here.";
      case METHOD_NOT_ALLOWED -> "This path knows other methods.";
      default ->
          status.is5xxServerError()
              ? "Something went wrong in this part of the system. The trace id finds it."
              : "The request cannot be taken.";
    };
  }
}
