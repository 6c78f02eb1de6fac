package org.nuanxin.gateway.join;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nuanxin.gateway.instance.Instance;
import org.nuanxin.gateway.instance.Instances;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Asks services and waits a second for each. A service that does not answer is no error here but an
 * empty result: the others' answers are worth having.
 */
final class ServiceQuestions {

  private static final byte[] NOTHING = {};
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final HttpClient client;
  private final JsonMapper mapper;
  private final Instances instances;

  ServiceQuestions(HttpClient client, JsonMapper mapper, Instances instances) {
    this.client = client;
    this.mapper = mapper;
    this.instances = instances;
  }

  /** One instance's answer, whichever gives one first; empty when none does. */
  Mono<Answer> ask(String service, Question question) {
    return ask(service, question, PATIENCE);
  }

  /** The same, for what takes a service longer to say. */
  Mono<Answer> ask(String service, Question question, Duration patience) {
    return Mono.defer(() -> attempt(service, question, List.of()))
        .timeout(patience)
        .onErrorComplete();
  }

  /** The answers of all instances that give one. */
  Flux<Answer> askAll(String service, Question question) {
    return Flux.fromIterable(instances.of(service))
        .flatMap(instance -> sent(instance, question).timeout(PATIENCE).onErrorComplete());
  }

  private Mono<Answer> attempt(String service, Question question, List<Instance> tried) {
    Instance instance = instances.next(service, tried);
    if (instance == null) {
      return Mono.empty();
    }
    return sent(instance, question)
        .onErrorResume(error -> {
          List<Instance> all = new ArrayList<>(tried);
          all.add(instance);
          return attempt(service, question, all);
        });
  }

  private Mono<Answer> sent(Instance instance, Question question) {
    return client
        .headers(headers -> question.headers().forEach(headers::set))
        .get()
        .uri(instance.base() + question.pathAndQuery())
        .responseSingle((response, body) ->
            body.asByteArray()
                .defaultIfEmpty(NOTHING)
                .map(bytes -> answer(response.status().code(), bytes)));
  }

  /** An error may be of what the service runs on, and then says nothing that can be read. */
  private Answer answer(int status, byte[] body) {
    try {
      return new Answer(status, mapper.readTree(body));
    } catch (JacksonException e) {
      if (status >= HttpStatus.BAD_REQUEST.value()) {
        return new Answer(status, MissingNode.getInstance());
      }
      throw e;
    }
  }
}
