package org.nuanxin.gateway.entry;

import org.nuanxin.gateway.limit.Bodies;
import org.nuanxin.gateway.problem.ProblemAnswers;
import org.nuanxin.gateway.problem.ProblemException;
import org.nuanxin.gateway.visit.RequestIds;
import org.nuanxin.gateway.visit.Visit;
import org.nuanxin.gateway.visit.Visits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The front door: every call passes here, once, before anything else happens, and every error ends
 * here as a problem.
 */
final class EntryFilter implements WebFilter {

  private static final Logger log = LoggerFactory.getLogger(EntryFilter.class);

  private final Visits visits;
  private final Admission admission;
  private final AllowedMethods methods;
  private final Bodies bodies;
  private final ProblemAnswers problems;
  private final CallFigures figures;

  EntryFilter(
      Visits visits,
      Admission admission,
      AllowedMethods methods,
      Bodies bodies,
      ProblemAnswers problems,
      CallFigures figures) {
    this.visits = visits;
    this.admission = admission;
    this.methods = methods;
    this.bodies = bodies;
    this.problems = problems;
    this.figures = figures;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Visit visit = visits.open(exchange);
    HttpHeaders headers = exchange.getResponse().getHeaders();
    headers.set(RequestIds.HEADER, visit.requestId());
    headers.set("X-Trace-Id", visit.trace().traceId());
    headers.set("X-Content-Type-Options", "nosniff");
    return passed(exchange, chain, visit)
        .onErrorResume(error -> ended(exchange, visit, error))
        .doFinally(signal -> figures.record(exchange, visit));
  }

  private Mono<Void> passed(ServerWebExchange exchange, WebFilterChain chain, Visit visit) {
    try {
      if (!AllowedMethods.areTaken(exchange.getRequest().getMethod())) {
        return methods.refuse(visit);
      }
      bodies.check(exchange.getRequest().getHeaders());
      return admission
          .admit(exchange, visit)
          .flatMap(client -> bodies.await(exchange, client, chain::filter));
    } catch (ProblemException e) {
      return Mono.error(e);
    }
  }

  private Mono<Void> ended(ServerWebExchange exchange, Visit visit, Throwable error) {
    if (exchange.getResponse().isCommitted()) {
      // Too late for a problem: the connection is cut, and so the caller sees that it is not whole.
      return Mono.error(error);
    }
    return problems.write(exchange, problem(visit, error), visit.trace().traceId());
  }

  private static ProblemException problem(Visit visit, Throwable error) {
    return switch (error) {
      case ProblemException problem -> problem;
      case ResponseStatusException status -> problem(status);
      default -> {
        log.atError()
            .addKeyValue("trace.id", visit.trace().traceId())
            .setCause(error)
            .log("Unexpected error");
        yield new ProblemException(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "internal",
            "Something went wrong on our side. The trace id finds it.");
      }
    };
  }

  private static ProblemException problem(ResponseStatusException error) {
    HttpStatus known = HttpStatus.resolve(error.getStatusCode().value());
    return switch (known == null ? HttpStatus.BAD_REQUEST : known) {
      case NOT_FOUND -> ProblemException.notFound();
      case METHOD_NOT_ALLOWED -> AllowedMethods.refusal(AllowedMethods.READING);
      case NOT_ACCEPTABLE ->
          new ProblemException(
              HttpStatus.NOT_ACCEPTABLE,
              "not-acceptable",
              "It is not to be had in that media type.");
      default ->
          new ProblemException(
              HttpStatus.BAD_REQUEST, "bad-request", "The request cannot be taken.");
    };
  }
}
