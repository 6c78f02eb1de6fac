package org.nuanxin.gateway.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as {@code application/problem+json}. */
public final class ProblemAnswers {

  private final JsonMapper mapper;

  /** Writes with this mapper. */
  public ProblemAnswers(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Ends the call with this problem. The answer must not be committed yet.
   *
   * @param traceId finds the call in the logs of every service; null where there is none
   */
  public Mono<Void> write(
      ServerWebExchange exchange, ProblemException problem, @Nullable String traceId) {
    ServerHttpResponse response = exchange.getResponse();
    byte[] body =
        mapper.writeValueAsBytes(
            ProblemBody.of(
                problem.status(),
                problem.code(),
                problem.detail(),
                exchange.getRequest().getURI().getRawPath(),
                traceId));
    response.setStatusCode(problem.status());
    problem.headers().forEach(response.getHeaders()::set);
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    response.getHeaders().setContentLength(body.length);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }
}
