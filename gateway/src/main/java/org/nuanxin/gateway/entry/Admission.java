package org.nuanxin.gateway.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.gateway.limit.RateLimits;
import org.nuanxin.gateway.limit.Ration;
import org.nuanxin.gateway.problem.ProblemException;
import org.nuanxin.gateway.rule.Audience;
import org.nuanxin.gateway.rule.Rule;
import org.nuanxin.gateway.token.Caller;
import org.nuanxin.gateway.token.TokenCheck;
import org.nuanxin.gateway.visit.Visit;
import org.nuanxin.gateway.visit.Visits;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Decides whether a call may pass. Whoever has no token known to be genuine draws on its address's
 * allowance before a signature is checked, so forged tokens cost us little.
 */
final class Admission {

  private final TokenCheck tokens;
  private final RateLimits limits;

  Admission(TokenCheck tokens, RateLimits limits) {
    this.tokens = tokens;
    this.limits = limits;
  }

  /**
   * Completes when the call may pass.
   *
   * @return an error with the problem to tell when it may not
   */
  Mono<Void> admit(ServerWebExchange exchange, Visit visit) {
    String token = TokenCheck.bearer(exchange.getRequest().getHeaders());
    Caller known = token == null ? null : tokens.known(token);
    Ration ration = known == null ? limits.take(visit.address()) : limits.take(known);
    ration.tell(exchange.getResponse().getHeaders());
    if (!ration.granted()) {
      return Mono.error(ration.refusal());
    }
    Rule rule = visit.rule();
    if (rule == null) {
      return Mono.error(Visits.nothingAt(visit));
    }
    Audience audience = rule.audience(exchange.getRequest().getMethod());
    if (known != null || token == null || audience == Audience.EVERYONE) {
      return decided(audience, known);
    }
    return tokens.verify(token).flatMap(caller -> drawing(exchange, audience, caller));
  }

  /** A token seen for the first time draws on its account's allowance as well. */
  private Mono<Void> drawing(ServerWebExchange exchange, Audience audience, Caller caller) {
    Ration ration = limits.take(caller);
    ration.tell(exchange.getResponse().getHeaders());
    return ration.granted() ? decided(audience, caller) : Mono.error(ration.refusal());
  }

  private static Mono<Void> decided(Audience audience, @Nullable Caller caller) {
    ProblemException refusal =
        switch (audience) {
          case EVERYONE -> null;
          case SIGNED_IN -> caller == null ? TokenCheck.missing() : null;
          case OPERATORS -> caller == null ? TokenCheck.missing() : operatorsOnly(caller);
          case NOBODY -> methodNotAllowed();
        };
    return refusal == null ? Mono.empty() : Mono.error(refusal);
  }

  private static @Nullable ProblemException operatorsOnly(Caller caller) {
    return caller.isOperator()
        ? null
        : new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "Your role may not do this.");
  }

  private static ProblemException methodNotAllowed() {
    return ProblemException.with(
        HttpStatus.METHOD_NOT_ALLOWED,
        "method-not-allowed",
        "This path knows other methods.",
        Map.of(HttpHeaders.ALLOW, "GET, HEAD"));
  }
}
