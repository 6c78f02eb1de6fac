package org.nuanxin.gateway.join;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.gateway.instance.Instances;
import org.nuanxin.gateway.rule.Services;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The operators' table, a row per service. Every instance is asked, though each speaks for its
 * whole service: the largest figure is taken, since instances count at different moments.
 */
final class StatusJoin {

  /**
   * A row.
   *
   * @param instances how many the gateway knows
   * @param answered how many of them answered within a second
   * @param partial whether some did not, or did not know their lag, so that the figures may be too
   *     low
   */
  record Row(
      String service,
      int instances,
      int answered,
      long outboxPending,
      long consumerLag,
      long deadLetters,
      boolean partial) {}

  /** The table. */
  record Table(List<Row> items, @Nullable String next, boolean partial) {}

  private static final String PATH = "/api/v1/ops/status";

  private final ServiceQuestions services;
  private final Instances instances;

  StatusJoin(ServiceQuestions services, Instances instances) {
    this.services = services;
    this.instances = instances;
  }

  Mono<ServerResponse> answer(ServerRequest request) {
    Question question = Question.of(request, PATH);
    return Flux.fromIterable(Services.BEHIND)
        .flatMapSequential(service -> row(service, question))
        .collectList()
        .flatMap(rows -> ServerResponse.ok().bodyValue(table(rows)));
  }

  private Mono<Row> row(String service, Question question) {
    int known = instances.of(service).size();
    return services
        .askAll(service, question)
        .filter(Answer::isGood)
        .map(answer -> answer.body().path("items").path(0))
        .collectList()
        .map(answers ->
            new Row(
                service,
                known,
                answers.size(),
                largest(answers, "outboxPending"),
                largest(answers, "consumerLag"),
                largest(answers, "deadLetters"),
                known == 0 || answers.size() < known || !knowLag(answers)));
  }

  private static boolean knowLag(List<JsonNode> answers) {
    return answers.stream().allMatch(answer -> answer.path("lagKnown").asBoolean(true));
  }

  private static long largest(List<JsonNode> answers, String field) {
    return answers.stream().mapToLong(answer -> answer.path(field).asLong(0)).max().orElse(0);
  }

  private static Table table(List<Row> services) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(Services.GATEWAY, 1, 1, 0, 0, 0, false));
    rows.addAll(services);
    return new Table(rows, null, services.stream().anyMatch(Row::partial));
  }
}
