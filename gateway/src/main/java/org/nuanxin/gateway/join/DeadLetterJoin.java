package org.nuanxin.gateway.join;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.nuanxin.gateway.problem.ProblemException;
import org.nuanxin.gateway.rule.Services;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriUtils;
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
  record Page(
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
        request, from, limit, new Page(new ArrayList<>(), null, false, new ArrayList<>()));
  }

  private Mono<ServerResponse> collected(
      ServerRequest request, DeadLetterCursor from, int limit, Page soFar) {
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
            // Each service checks a query by the same rules: what one refuses, all would.
            return refusal(answer);
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

  private static Mono<ServerResponse> refusal(Answer answer) {
    return answer.body().isObject()
        ? ServerResponse.badRequest()
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .bodyValue(answer.body())
        : Mono.error(
            new ProblemException(
                HttpStatus.BAD_REQUEST, "bad-request", "The services cannot take this query."));
  }

  private static Mono<ServerResponse> done(Page letters, @Nullable String next) {
    return ServerResponse.ok()
        .bodyValue(
            new Page(
                letters.items(), next, !letters.unavailable().isEmpty(), letters.unavailable()));
  }

  private static JsonNode of(String service, JsonNode letter) {
    return letter instanceof ObjectNode object ? object.put("service", service) : letter;
  }

  private static String query(ServerRequest request, DeadLetterCursor from, int limit) {
    StringJoiner query = new StringJoiner("&", PATH + "?", "");
    request
        .queryParams()
        .forEach((name, values) -> {
          if (!name.equals("cursor") && !name.equals("limit")) {
            values.forEach(value -> query.add(pair(name, value)));
          }
        });
    query.add(pair("limit", Integer.toString(limit)));
    if (from.within() != null) {
      query.add(pair("cursor", from.within()));
    }
    return query.toString();
  }

  /** Each by itself: whatever is in a value stays in it. */
  private static String pair(String name, @Nullable String value) {
    String encoded = UriUtils.encode(name, StandardCharsets.UTF_8);
    return value == null ? encoded : encoded + '=' + UriUtils.encode(value, StandardCharsets.UTF_8);
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
