package org.nuanxin.gateway.join;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.nuanxin.gateway.rule.Rules;
import org.nuanxin.gateway.rule.Services;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One OpenAPI document of what all services offer to the outside. Kept for half a minute; where a
 * service did not answer, {@code x-partial} is true and it is kept for two seconds only.
 */
final class ApiJoin {

  private static final Duration KEEP_WHOLE = Duration.ofSeconds(30);
  private static final Duration KEEP_PARTIAL = Duration.ofSeconds(2);

  /** A service describes itself when it is asked for the first time. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String PARTIAL = "x-partial";

  private final ServiceQuestions services;
  private final JsonMapper mapper;
  private final Rules rules = new Rules();
  private final Mono<ObjectNode> document;

  ApiJoin(ServiceQuestions services, JsonMapper mapper) {
    this.services = services;
    this.mapper = mapper;
    this.document =
        Mono.defer(this::asked)
            .cache(
                joined -> joined.path(PARTIAL).asBoolean() ? KEEP_PARTIAL : KEEP_WHOLE,
                error -> Duration.ZERO,
                () -> Duration.ZERO);
  }

  /** The document. Not to be changed. */
  Mono<ObjectNode> document() {
    return document;
  }

  private Mono<ObjectNode> asked() {
    return Flux.fromIterable(Services.BEHIND)
        .flatMap(service ->
            services
                .ask(service, Question.own("/v3/api-docs"), PATIENCE)
                .filter(Answer::isGood)
                .map(answer -> Map.entry(service, answer.body())))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new)
        .map(this::joined);
  }

  private ObjectNode joined(Map<String, JsonNode> documents) {
    ObjectNode joined = mapper.createObjectNode();
    joined.put("openapi", "3.1.0");
    joined
        .putObject("info")
        .put("title", "Nuanxin")
        .put("version", "v1")
        .put("description", "Everything a front end needs, through the gateway.");
    joined.putArray("servers").addObject().put("url", "/");
    ArrayNode parts = joined.putArray("x-services");
    for (String service : Services.BEHIND) {
      parts.addObject().put("service", service).put("answered", documents.containsKey(service));
    }
    joined.put(PARTIAL, documents.size() < Services.BEHIND.size());
    ApiMerge merge = new ApiMerge(rules, joined);
    // First, for of two that describe one call the first is taken.
    merge.add(Services.GATEWAY, new OwnCalls(mapper, documents.values()).document());
    documents.forEach(merge::add);
    return joined;
  }
}
