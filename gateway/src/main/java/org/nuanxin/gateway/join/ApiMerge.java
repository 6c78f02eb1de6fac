package org.nuanxin.gateway.join;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.gateway.rule.Audience;
import org.nuanxin.gateway.rule.Rule;
import org.nuanxin.gateway.rule.Rules;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the services' OpenAPI documents into one. Only paths that the table lets through are in it,
 * each with who may call it as the table says.
 */
final class ApiMerge {

  private static final String OPS = "/api/v1/ops/";

  private final Rules rules;
  private final ObjectNode paths;
  private final ApiComponents components;

  ApiMerge(Rules rules, ObjectNode joined) {
    this.rules = rules;
    this.paths = joined.putObject("paths");
    this.components = new ApiComponents(joined.putObject("components"));
  }

  void add(String service, JsonNode document) {
    JsonNode own = components.add(service, document);
    Map<String, JsonNode> taken = new HashMap<>();
    for (var path : own.path("paths").properties()) {
      Rule rule = rule(service, path.getKey());
      if (rule != null && !paths.has(path.getKey()) && path.getValue() instanceof ObjectNode item) {
        item.properties().forEach(operation -> describe(operation, service, rule));
        taken.put(path.getKey(), item);
      }
    }
    taken.keySet().stream().sorted().forEach(path -> paths.set(path, taken.get(path)));
  }

  /** Operators' calls are the same at every service, and answered for all of them. */
  private @Nullable Rule rule(String service, String path) {
    if (path.startsWith(OPS)) {
      return new Rule(path, service, Audience.OPERATORS, Audience.OPERATORS);
    }
    Rule rule = rules.find(path);
    return rule != null && rule.service().equals(service) ? rule : null;
  }

  private static void describe(Map.Entry<String, JsonNode> member, String service, Rule rule) {
    if (!(member.getValue() instanceof ObjectNode operation) || !operation.has("responses")) {
      return;
    }
    operation.put("x-service", service);
    // Unique in each service's document, and so in all of them together.
    if (operation.path("operationId").isString()) {
      operation.put("operationId", service + "." + operation.path("operationId").asString());
    }
    Audience audience = rule.audience(HttpMethod.valueOf(member.getKey().toUpperCase(Locale.ROOT)));
    var security = operation.putArray("security");
    if (audience != Audience.EVERYONE) {
      security.addObject().putArray("bearer");
    }
  }
}
