package org.nuanxin.kit.testing;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What a service's OpenAPI says of its calls, by method and path. */
public final class DescribedCalls {

  private DescribedCalls() {}

  /** Each call's description; the kit's own, of every service, are the kit's to describe. */
  public static Map<String, JsonNode> of(JsonNode api) {
    Map<String, JsonNode> calls = new TreeMap<>();
    api.get("paths")
        .properties()
        .forEach(path -> {
          if (path.getKey().startsWith("/api/v1/") && !path.getKey().contains("/ops/")) {
            path.getValue()
                .properties()
                .forEach(call ->
                    calls.put(
                        call.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        call.getValue()));
          }
        });
    return calls;
  }

  /** The headers that each call is said to demand. */
  public static Map<String, Set<String>> demandedHeaders(Map<String, JsonNode> calls) {
    Map<String, Set<String>> demanded = new TreeMap<>();
    calls.forEach((name, call) ->
        demanded.put(
            name,
            new TreeSet<>(
                call.path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.get("in").asString().equals("header"))
                    .filter(parameter -> parameter.path("required").asBoolean(false))
                    .map(parameter -> parameter.get("name").asString())
                    .toList())));
    return demanded;
  }
}
