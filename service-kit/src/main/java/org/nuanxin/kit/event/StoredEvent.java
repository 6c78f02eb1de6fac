package org.nuanxin.kit.event;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DomainEvent;
import org.nuanxin.events.EventType;

/**
 * An event fixed for good: id, sequence, time and payload are decided when it is stored and never
 * when it is sent, so every copy that is ever sent is the same. Field names are short because it
 * lives inside other documents.
 *
 * @param id unique per source; {@code aggregate-sequence} or derived from the cause
 * @param type the literal of {@link EventType}
 * @param key the Kafka key
 * @param sequence the source's version after this event, without gaps per aggregate
 * @param time when it happened
 * @param traceparent W3C trace context of what caused it; null where there was none
 * @param data the payload, JSON
 */
public record StoredEvent(
    @BsonProperty("i") String id,
    @BsonProperty("t") String type,
    @BsonProperty("k") String key,
    @BsonProperty("s") long sequence,
    @BsonProperty("at") Instant time,
    @BsonProperty("tp") @Nullable String traceparent,
    @BsonProperty("d") String data) {

  /** Freezes an event of an aggregate: its id is {@code aggregateId-sequence}. */
  public static StoredEvent of(
      String aggregateId,
      long sequence,
      Instant time,
      @Nullable String traceparent,
      DomainEvent event) {
    return of(aggregateId + '-' + sequence, event.key(), sequence, time, traceparent, event);
  }

  /** Freezes an event under an id of its own, derived from what caused it. */
  public static StoredEvent of(
      String id,
      String key,
      long sequence,
      Instant time,
      @Nullable String traceparent,
      DomainEvent event) {
    return new StoredEvent(
        id, event.eventType().type(), key, sequence, time, traceparent, EventJson.write(event));
  }

  /** Whether this build knows the type; a newer one may have stored others. */
  public boolean isKnown() {
    return EventType.ofType(type).isPresent();
  }

  /** The topic of this event's type. */
  public String topic() {
    return EventType.ofType(type)
        .orElseThrow(() -> new IllegalStateException("Not in the catalogue: " + type))
        .topic();
  }

  /** The payload as its record. */
  public DomainEvent event() {
    return EventJson.read(
        data,
        EventType.ofType(type)
            .orElseThrow(() -> new IllegalStateException("Not in the catalogue: " + type))
            .record());
  }
}
