package org.nuanxin.kit.event;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DomainEvent;
import org.nuanxin.events.EventType;

/**
 * An event as it came from a topic.
 *
 * @param key the aggregate id it happened to
 * @param sequence the source's version after this event
 * @param traceparent W3C trace context; null where the record had none
 */
public record ReceivedEvent(
    String id,
    EventType type,
    String key,
    long sequence,
    Instant time,
    @Nullable String traceparent,
    byte[] data) {

  /**
   * Reads the headers of a record; the payload is read later, by {@link #as}.
   *
   * @throws BrokenRecord when a header that CloudEvents demands is missing or malformed, or the
   *     type is not in the catalogue
   */
  public static ReceivedEvent of(ConsumerRecord<String, byte[]> record) {
    String type = required(record, CloudEventHeaders.TYPE);
    if (record.key() == null || record.value() == null) {
      throw new BrokenRecord("key or value is missing");
    }
    try {
      return new ReceivedEvent(
          required(record, CloudEventHeaders.ID),
          EventType.ofType(type).orElseThrow(() -> new BrokenRecord("unknown type " + type)),
          record.key(),
          Long.parseLong(required(record, CloudEventHeaders.SEQUENCE)),
          Instant.parse(required(record, CloudEventHeaders.TIME)),
          CloudEventHeaders.traceparent(record.headers()),
          record.value());
    } catch (NumberFormatException | DateTimeParseException e) {
      throw new BrokenRecord("ce_sequence or ce_time is malformed");
    }
  }

  /**
   * The payload as its record.
   *
   * @throws UnreadableEvent when it does not have that shape
   */
  public <E extends DomainEvent> E as(Class<E> record) {
    return EventJson.read(data, record);
  }

  /** The payload as the record its type names. */
  public DomainEvent event() {
    return as(type.record());
  }

  private static String required(ConsumerRecord<String, byte[]> record, String header) {
    String value = CloudEventHeaders.text(record.headers(), header);
    if (value == null || value.isEmpty()) {
      throw new BrokenRecord(header + " is missing");
    }
    return value;
  }
}
