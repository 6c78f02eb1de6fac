package org.nuanxin.localstack.sandbox;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the providers read it, leniently, and write it. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Json() {}

  /** The value of that shape; empty when the bytes are none. */
  static <T> Optional<T> read(byte[] json, Class<T> shape) {
    try {
      return Optional.ofNullable(MAPPER.readerFor(shape).readValue(json));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** The value of that shape out of a book, where it cannot be broken. */
  static <T> T readStored(String json, Class<T> shape) {
    return MAPPER.readerFor(shape).readValue(json);
  }

  static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** What the given code writes. */
  static byte[] write(Consumer<JsonGenerator> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      fields.accept(json);
    }
    return bytes.toByteArray();
  }
}
