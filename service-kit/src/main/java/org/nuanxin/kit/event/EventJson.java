package org.nuanxin.kit.event;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How payloads are written and read: unknown fields are ignored, so that a producer may add some
 * without its consumers knowing; a missing primitive is a failure, not a silent zero.
 */
public final class EventJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private EventJson() {}

  /** The payload of an event. */
  public static String write(Object event) {
    return MAPPER.writeValueAsString(event);
  }

  /**
   * Reads a payload.
   *
   * @throws UnreadableEvent when it is not JSON of that shape; the message holds no content
   */
  public static <E> E read(String data, Class<E> type) {
    try {
      return MAPPER.readValue(data, type);
    } catch (JacksonException e) {
      throw new UnreadableEvent(type, e);
    }
  }

  /**
   * Reads a payload.
   *
   * @throws UnreadableEvent when it is not JSON of that shape; the message holds no content
   */
  public static <E> E read(byte[] data, Class<E> type) {
    try {
      return MAPPER.readValue(data, type);
    } catch (JacksonException e) {
      throw new UnreadableEvent(type, e);
    }
  }
}
