package org.nuanxin.kit.ops;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.deadletter.DeadLetter;

/** A dead letter as listed: what and why, without what it says. */
record Letter(
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
    @Nullable Instant resolvedAt) {

  static Letter of(String service, DeadLetter letter) {
    return new Letter(
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
        letter.resolvedAt());
  }
}
