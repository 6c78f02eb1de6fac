package org.nuanxin.gateway.join;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.gateway.problem.ProblemException;
import org.nuanxin.gateway.rule.Services;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every service's dead letters as one list, service by service, so that a page has exactly the
 * length asked for and goes on where the service's own cursor says. A service that does not answer
 * within a second is passed over and named.
 */
final class DeadLetterJoin {

  /**
   * A page.
   *
   * @param partial whether a service did not answer
   * @param unavailable which ones
   */
  record Letters(
      List<JsonNode> items, @Nullable String next, boolean partial, List<String> unavailable) {}

  private static final String PATH = "/api/v1/ops/dead-letters";
  private static final int DEFAULT_LIMIT = 20;
  private static final int LARGEST_LIMIT = 100;

  private final ServiceQuestions services;

  DeadLetterJoin(ServiceQuestions services) {
    this.services = services;
  }

  Mono<ServerResponse> answer(ServerRequest request) {
    DeadLetterCursor from = DeadLetterCursor.parse(request.queryParam("cursor").orElse(null));
    int limit = limit(request.queryParam("limit").orElse(null));
    return collected(
        request, from, limit, new Letters(new ArrayList<>(), null, false, new ArrayList<>()));
  }

  private Mono<ServerResponse> collected(
      ServerRequest request, DeadLetterCursor from, int limit, Letters soFar) {
    int left = limit - soFar.items().size();
    if (from.service() == Services.BEHIND.size()) {
      return done(soFar, null);
    }
    if (left == 0) {
      return done(soFar, from.text());
    }
    String service = Services.BEHIND.get(from.service());
    DeadLetterCursor following = new DeadLetterCursor(from.service() + 1, null);
    return services
        .ask(service, Question.of(request, query(request, from, left)))
        .<Mono<ServerResponse>>map(answer -> {
          if (answer.status() == HttpStatus.BAD_REQUEST.value()) {
            return ServerResponse.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue(answer.body());
          }
          if (!answer.isGood()) {
            soFar.unavailable().add(service);
            return collected(request, following, limit, soFar);
          }
          answer.body().path("items").forEach(letter -> soFar.items().add(of(service, letter)));
          String within = answer.body().path("next").asString("");
          return collected(
              request,
              within.isEmpty() ? following : new DeadLetterCursor(from.service(), within),
              limit,
              soFar);
        })
        .switchIfEmpty(
            Mono.fromSupplier(() -> {
              soFar.unavailable().add(service);
              return collected(request, following, limit, soFar);
            }))
        .flatMap(next -> next);
  }

  private static Mono<ServerResponse> done(Letters letters, @Nullable String next) {
    return ServerResponse.ok()
        .bodyValue(
            new Letters(
                letters.items(), next, !letters.unavailable().isEmpty(), letters.unavailable()));
  }

  private static JsonNode of(String service, JsonNode letter) {
    return letter instanceof ObjectNode object ? object.put("service", service) : letter;
  }

  private static String query(ServerRequest request, DeadLetterCursor from, int limit) {
    UriComponentsBuilder query = UriComponentsBuilder.fromPath(PATH);
    MultiValueMap<String, String> asked = request.queryParams();
    asked.forEach((name, values) -> {
      if (!name.equals("cursor") && !name.equals("limit")) {
        query.queryParam(name, values.toArray());
      }
    });
    query.queryParam("limit", limit);
    if (from.within() != null) {
      query.queryParam("cursor", from.within());
    }
    return query.encode().build().toUriString();
  }

  private static int limit(@Nullable String text) {
    try {
      int limit = text == null ? DEFAULT_LIMIT : Integer.parseInt(text);
      if (limit >= 1 && limit <= LARGEST_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw badLimit();
    }
    throw badLimit();
  }

  private static ProblemException badLimit() {
    return new ProblemException(
        HttpStatus.BAD_REQUEST, "bad-limit", "limit is a number from 1 to 100.");
  }
}
