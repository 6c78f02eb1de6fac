package org.nuanxin.kit.deadletter;

import java.time.Instant;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled, kept whole with the reason.
 *
 * @param id {@code service~group.topic.partition.offset}: the same record is kept once
 * @param subject the record's key: the member concerned
 * @param type the event's type literal; null where the record had none
 * @param cause class and safe message of the failure; never payload
 * @param attempts how often it was handled in vain
 * @param retryAt when it is tried again by itself; null where it is not
 */
public record DeadLetter(
    @BsonId String id,
    String group,
    String topic,
    int partition,
    long offset,
    @Nullable String subject,
    @Nullable String eventId,
    @Nullable String type,
    State state,
    String cause,
    int attempts,
    Instant at,
    @Nullable Instant retryAt,
    @Nullable Instant resolvedAt,
    Map<String, String> headers,
    byte @Nullable [] data) {

  /** W3C trace context of what caused the event; null where the record had none. */
  public @Nullable String traceparent() {
    return headers.get("traceparent");
  }

  /** Where a dead letter stands. */
  public enum State {
    /** Needs a look by somebody. */
    OPEN,
    /** Waits behind an earlier dead letter of its subject. */
    PARKED,
    /** Will be tried again by itself. */
    RETRYING,
    /** Is being handled right now. */
    REDRIVING,
    /** Was handled in the end. */
    RESOLVED
  }
}
