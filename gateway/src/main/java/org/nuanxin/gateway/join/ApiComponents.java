package org.nuanxin.gateway.join;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The parts that documents refer to. Two services may use one name for different things: the second
 * then has the service's name put before it, and so has everything that refers to it.
 */
final class ApiComponents {

  private static final String PREFIX = "#/components/";
  private static final String SECURITY = "securitySchemes";

  private final ObjectNode joined;

  ApiComponents(ObjectNode joined) {
    this.joined = joined;
    joined
        .putObject(SECURITY)
        .putObject("bearer")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("bearerFormat", "JWT");
  }

  /** Takes the document's components over; returns the document with references as they are now. */
  JsonNode add(String service, JsonNode document) {
    Map<String, String> renamed = renamed(service, document.path("components"));
    JsonNode own = rewritten(document.deepCopy(), renamed);
    for (var kind : own.path("components").properties()) {
      if (!kind.getKey().equals(SECURITY)) {
        ObjectNode all = joined.withObjectProperty(kind.getKey());
        for (var part : kind.getValue().properties()) {
          String reference = reference(kind.getKey(), part.getKey());
          String now = renamed.getOrDefault(reference, reference);
          all.set(now.substring(now.lastIndexOf('/') + 1), part.getValue());
        }
      }
    }
    return own;
  }

  /** Old reference to new, for all that clashes and all that refers to it. */
  private Map<String, String> renamed(String service, JsonNode components) {
    Map<String, String> renamed = new HashMap<>();
    int before;
    do {
      before = renamed.size();
      for (var kind : components.properties()) {
        for (var part : kind.getValue().properties()) {
          JsonNode there = joined.path(kind.getKey()).path(part.getKey());
          boolean clash = !there.isMissingNode() && !there.equals(part.getValue());
          boolean follows = !there.isMissingNode() && refersTo(part.getValue(), renamed);
          if (clash || follows) {
            renamed.putIfAbsent(
                reference(kind.getKey(), part.getKey()),
                reference(kind.getKey(), title(service) + part.getKey()));
          }
        }
      }
    } while (renamed.size() > before);
    return renamed;
  }

  private static boolean refersTo(JsonNode node, Map<String, String> renamed) {
    if (node.isString()) {
      return renamed.containsKey(node.stringValue());
    }
    for (JsonNode child : node) {
      if (refersTo(child, renamed)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode rewritten(JsonNode node, Map<String, String> renamed) {
    switch (node) {
      case ObjectNode object ->
          object
              .properties()
              .forEach(member -> member.setValue(rewritten(member.getValue(), renamed)));
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, rewritten(array.get(i), renamed));
        }
      }
      case StringNode text -> {
        String now = renamed.get(text.stringValue());
        return now == null ? node : StringNode.valueOf(now);
      }
      default -> {}
    }
    return node;
  }

  private static String reference(String kind, String name) {
    return PREFIX + kind + '/' + name;
  }

  /** {@code benefits-service} -> {@code Benefits}. */
  private static String title(String service) {
    String word = service.replace("-service", "");
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
