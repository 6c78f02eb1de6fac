package org.nuanxin.gateway.join;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nuanxin.gateway.instance.Instances;
import org.nuanxin.gateway.join.Flow.Http;
import org.nuanxin.gateway.join.Flow.Relay;
import org.nuanxin.gateway.rule.Services;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What flows, for the operators' live view: asked of every instance at once, a second for each. */
final class FlowJoin {

  private static final String STATUS = "/api/v1/ops/status";
  private static final Http NO_CALLS = new Http(0, 0);

  private final ServiceQuestions services;
  private final Instances instances;
  private final DoorFigures door;
  private final Clock clock;

  FlowJoin(ServiceQuestions services, Instances instances, DoorFigures door, Clock clock) {
    this.services = services;
    this.instances = instances;
    this.door = door;
    this.clock = clock;
  }

  Mono<ServerResponse> answer(ServerRequest request) {
    Question question = Question.of(request, STATUS);
    Map<String, Http> calls = door.now();
    return Flux.fromIterable(Services.BEHIND)
        .flatMapSequential(service -> row(service, question, calls.getOrDefault(service, NO_CALLS)))
        .collectList()
        .flatMap(rows -> ServerResponse.ok().bodyValue(flow(rows, calls)));
  }

  private Mono<Flow.Row> row(String service, Question question, Http http) {
    int known = instances.of(service).size();
    return services
        .askAll(service, question)
        .filter(Answer::isGood)
        .map(answer -> answer.body().path("items").path(0))
        .collectList()
        .map(rows -> new FlowFigures(rows).row(service, known, http));
  }

  private Flow flow(List<Flow.Row> behind, Map<String, Http> calls) {
    List<Flow.Row> rows = new ArrayList<>();
    rows.add(
        new Flow.Row(
            Services.GATEWAY,
            1,
            1,
            0,
            0,
            0,
            List.of(),
            new Relay(0, 0),
            calls.values().stream().reduce(NO_CALLS, DoorFigures::sum),
            0,
            List.of(),
            false));
    rows.addAll(behind);
    return new Flow(clock.instant(), rows, behind.stream().anyMatch(Flow.Row::partial));
  }
}
