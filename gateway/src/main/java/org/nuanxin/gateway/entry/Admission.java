package org.nuanxin.gateway.entry;

import org.jspecify.annotations.Nullable;
import org.nuanxin.gateway.limit.Client;
import org.nuanxin.gateway.limit.RateLimits;
import org.nuanxin.gateway.limit.Ration;
import org.nuanxin.gateway.problem.ProblemException;
import org.nuanxin.gateway.rule.Audience;
import org.nuanxin.gateway.rule.Rule;
import org.nuanxin.gateway.token.Caller;
import org.nuanxin.gateway.token.TokenCheck;
import org.nuanxin.gateway.visit.Visit;
import org.nuanxin.gateway.visit.Visits;
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
   * On whose account the call passes, if it may.
   *
   * @return an error with the problem to tell when it may not
   */
  Mono<Client> admit(ServerWebExchange exchange, Visit visit) {
    String token = TokenCheck.bearer(exchange.getRequest().getHeaders());
    Caller known = token == null ? null : tokens.known(token);
    Client client = known == null ? Client.of(visit.address()) : Client.of(known);
    Ration ration = limits.take(client);
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
      return decided(audience, known, client);
    }
    return tokens.verify(token).flatMap(caller -> drawing(exchange, audience, caller));
  }

  /** A token seen for the first time draws on its account's allowance as well. */
  private Mono<Client> drawing(ServerWebExchange exchange, Audience audience, Caller caller) {
    Client client = Client.of(caller);
    Ration ration = limits.take(client);
    ration.tell(exchange.getResponse().getHeaders());
    return ration.granted() ? decided(audience, caller, client) : Mono.error(ration.refusal());
  }

  private static Mono<Client> decided(Audience audience, @Nullable Caller caller, Client client) {
    ProblemException refusal =
        switch (audience) {
          case EVERYONE -> null;
          case SIGNED_IN -> caller == null ? TokenCheck.missing() : null;
          case OPERATORS -> caller == null ? TokenCheck.missing() : operatorsOnly(caller);
          case NOBODY -> AllowedMethods.refusal(AllowedMethods.READING);
        };
    return refusal == null ? Mono.just(client) : Mono.error(refusal);
  }

  private static @Nullable ProblemException operatorsOnly(Caller caller) {
    return caller.isOperator()
        ? null
        : new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "Your role may not do this.");
  }
}
