package org.nuanxin.gateway.join;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a value of a schema looks like, as text that reads like JSON. */
final class SchemaSample {

  private static final int DEEPEST = 6;
  private static final String INDENT = "  ";

  private final JsonNode document;

  SchemaSample(JsonNode document) {
    this.document = document;
  }

  String of(JsonNode schema) {
    return of(schema, "", 0);
  }

  private String of(JsonNode schema, String indent, int depth) {
    if (depth > DEEPEST) {
      return "..";
    }
    if (schema.has("$ref")) {
      String pointer = schema.path("$ref").asString("").replaceFirst("^#", "");
      return of(document.at(pointer), indent, depth + 1);
    }
    if (schema.has("enum")) {
      return schema
          .path("enum")
          .valueStream()
          .map(JsonNode::asString)
          .collect(Collectors.joining(" | "));
    }
    for (String combination : new String[] {"oneOf", "anyOf", "allOf"}) {
      if (schema.has(combination)) {
        return schema
            .path(combination)
            .valueStream()
            .map(part -> of(part, indent, depth + 1))
            .collect(Collectors.joining(" | "));
      }
    }
    return plain(schema, indent, depth);
  }

  private String plain(JsonNode schema, String indent, int depth) {
    if (schema.has("items")) {
      return "[" + of(schema.path("items"), indent, depth + 1) + ", ..]";
    }
    if (schema.has("properties")) {
      String inner = indent + INDENT;
      return schema.path("properties").properties().stream()
          .map(p -> inner + p.getKey() + ": " + of(p.getValue(), inner, depth + 1))
          .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
    }
    String format = text(schema, "format");
    return type(schema.path("type")) + (format == null ? "" : " (" + format + ")");
  }

  /** Since OpenAPI 3.1 a type may be a list, as with null. */
  private static String type(JsonNode type) {
    return type.isArray()
        ? type.valueStream().map(JsonNode::asString).collect(Collectors.joining(" | "))
        : type.asString("any");
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.path(name).isString() ? node.path(name).stringValue() : null;
  }
}
