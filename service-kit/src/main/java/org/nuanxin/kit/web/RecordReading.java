package org.nuanxin.kit.web;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the components of a record one by one, to find every mistake in a body and not only one.
 */
final class RecordReading {

  private final JsonMapper mapper;
  private final BiFunction<JacksonException, String, FieldError> describe;

  RecordReading(JsonMapper mapper, BiFunction<JacksonException, String, FieldError> describe) {
    this.mapper = mapper;
    this.describe = describe;
  }

  /** Every mistake; empty when the body as a whole is not a JSON object. */
  List<FieldError> errors(Class<?> type, byte[] body) {
    List<FieldError> errors = new ArrayList<>();
    try {
      collect(type, mapper.readTree(body), "", errors);
    } catch (JacksonException e) {
      return List.of();
    }
    return errors;
  }

  private void collect(Class<?> type, JsonNode node, String prefix, List<FieldError> errors) {
    if (!node.isObject()) {
      return;
    }
    Map<String, JavaType> components = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      components.put(component.getName(), mapper.constructType(component.getGenericType()));
    }
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      String path = prefix.isEmpty() ? property.getKey() : prefix + "." + property.getKey();
      JavaType component = components.get(property.getKey());
      if (component == null) {
        errors.add(new FieldError(path, "UNKNOWN_FIELD", "is not a field of this request"));
      } else {
        read(component, property.getValue(), path, errors);
      }
    }
  }

  private void read(JavaType type, JsonNode value, String path, List<FieldError> errors) {
    if (value.isNull() && !type.isPrimitive()) {
      return;
    }
    if (type.getRawClass().isRecord() && value.isObject()) {
      collect(type.getRawClass(), value, path, errors);
      return;
    }
    try {
      mapper.readerFor(type).readValue(value);
    } catch (JacksonException e) {
      errors.add(describe.apply(e, path));
    }
  }
}
