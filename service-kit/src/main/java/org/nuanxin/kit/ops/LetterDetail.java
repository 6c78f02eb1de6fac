package org.nuanxin.kit.ops;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.deadletter.DeadLetter;
import org.nuanxin.kit.observe.Traceparent;

/**
 * One dead letter with where it was read and what it says.
 *
 * @param traceId of what caused the event; null where the record had none
 * @param sequence the source's version after the event; null where the record had none
 * @param time when the event happened; null where the record had none
 * @param payload the event without personal data, by {@link ShownPayload}; null when it cannot be
 *     read
 */
record LetterDetail(
    String id,
    String service,
    String group,
    @Nullable String memberId,
    @Nullable String type,
    @Nullable String eventId,
    DeadLetter.State state,
    String cause,
    int attempts,
    Instant at,
    @Nullable Instant retryAt,
    @Nullable Instant resolvedAt,
    String topic,
    int partition,
    long offset,
    @Nullable String traceId,
    @Nullable Long sequence,
    @Nullable Instant time,
    @Nullable Map<String, @Nullable Object> payload) {

  static LetterDetail of(String service, DeadLetter letter) {
    return new LetterDetail(
        letter.id(),
        service,
        letter.group(),
        letter.subject(),
        letter.type(),
        letter.eventId(),
        letter.state(),
        letter.cause(),
        letter.attempts(),
        letter.at(),
        letter.retryAt(),
        letter.resolvedAt(),
        letter.topic(),
        letter.partition(),
        letter.offset(),
        Traceparent.traceIdOf(letter.traceparent()).orElse(null),
        sequence(letter.headers().get("ce_sequence")),
        time(letter.headers().get("ce_time")),
        ShownPayload.of(letter.type(), letter.data()).orElse(null));
  }

  private static @Nullable Long sequence(@Nullable String header) {
    try {
      return header == null ? null : Long.valueOf(header);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Instant time(@Nullable String header) {
    try {
      return header == null ? null : Instant.parse(header);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
