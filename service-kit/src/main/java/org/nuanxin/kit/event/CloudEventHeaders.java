package org.nuanxin.kit.event;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0, Kafka protocol binding, binary mode: the attributes travel as headers named
 * {@code ce_...}, the value is the payload alone. Mapped by hand, as the SDK is bound to an older
 * Jackson (ADR 0005). {@code ce_sequence} is the sequence extension, an integer as text.
 */
public final class CloudEventHeaders {

  static final String ID = "ce_id";
  static final String TYPE = "ce_type";
  static final String SOURCE = "ce_source";
  static final String SUBJECT = "ce_subject";
  static final String TIME = "ce_time";
  static final String SEQUENCE = "ce_sequence";
  static final String TRACEPARENT = "traceparent";

  private static final byte[] SPEC_VERSION = bytes("1.0");
  private static final byte[] JSON = bytes("application/json");

  private CloudEventHeaders() {}

  static Headers of(StoredEvent event, byte[] source) {
    Headers headers =
        new RecordHeaders()
            .add("ce_specversion", SPEC_VERSION)
            .add("content-type", JSON)
            .add(ID, bytes(event.id()))
            .add(TYPE, bytes(event.type()))
            .add(SOURCE, source)
            .add(SUBJECT, bytes(event.key()))
            .add(TIME, bytes(event.time().toString()))
            .add(SEQUENCE, bytes(Long.toString(event.sequence())));
    if (event.traceparent() != null) {
      headers.add(TRACEPARENT, bytes(event.traceparent()));
    }
    return headers;
  }

  /** The event type's literal; null where the record carries none. */
  public static @Nullable String type(Headers headers) {
    return text(headers, TYPE);
  }

  /** The W3C trace context of what caused the event; null where the record carries none. */
  public static @Nullable String traceparent(Headers headers) {
    return text(headers, TRACEPARENT);
  }

  static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
