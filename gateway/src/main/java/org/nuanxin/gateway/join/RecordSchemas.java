package org.nuanxin.gateway.join;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of records as they are written to JSON: every member is there, null where it may. */
final class RecordSchemas {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode schemas;
  private final JsonNode foreign;

  /**
   * Adds schemas to these.
   *
   * @param foreign the schema of what is passed on as a service said it
   */
  RecordSchemas(ObjectNode schemas, JsonNode foreign) {
    this.schemas = schemas;
    this.foreign = foreign;
  }

  /** A reference to a record's schema. */
  ObjectNode of(Class<? extends Record> type) {
    String name = name(type);
    if (!schemas.has(name)) {
      ObjectNode schema = schemas.putObject(name).put("type", "object");
      ObjectNode properties = schema.putObject("properties");
      var required = schema.putArray("required");
      for (RecordComponent component : type.getRecordComponents()) {
        properties.set(component.getName(), of(component.getAnnotatedType()));
        required.add(component.getName());
      }
    }
    return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  private JsonNode of(AnnotatedType type) {
    if (type instanceof AnnotatedParameterizedType list && raw(list) == List.class) {
      ObjectNode array = JSON.objectNode().put("type", "array");
      array.set("items", of(list.getAnnotatedActualTypeArguments()[0]));
      return array;
    }
    Class<?> raw = raw(type);
    if (raw == JsonNode.class) {
      return foreign.deepCopy();
    }
    if (raw.isRecord()) {
      return of(raw.asSubclass(Record.class));
    }
    ObjectNode plain = plain(raw);
    if (type.isAnnotationPresent(Nullable.class)) {
      plain.set("type", JSON.arrayNode().add(plain.path("type")).add("null"));
    }
    return plain;
  }

  private static ObjectNode plain(Class<?> type) {
    ObjectNode schema = JSON.objectNode();
    return switch (type.getSimpleName()) {
      case "String" -> schema.put("type", "string");
      case "boolean" -> schema.put("type", "boolean");
      case "int" -> schema.put("type", "integer").put("format", "int32");
      case "long" -> schema.put("type", "integer").put("format", "int64");
      case "Instant" -> schema.put("type", "string").put("format", "date-time");
      default -> throw new IllegalArgumentException("No schema for " + type);
    };
  }

  private static Class<?> raw(AnnotatedType type) {
    return switch (type.getType()) {
      case Class<?> plain -> plain;
      case ParameterizedType generic -> (Class<?>) generic.getRawType();
      default -> throw new IllegalArgumentException("No schema for " + type);
    };
  }

  /** {@code Flow.Row} -> {@code FlowRow}, {@code StatusJoin.Row} -> {@code StatusRow}. */
  private static String name(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    String before = around == null ? "" : around.getSimpleName().replaceFirst("Join$", "");
    return before + type.getSimpleName();
  }
}
