package org.nuanxin.benefits.grant;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.nuanxin.events.GrantCancelled;
import org.nuanxin.events.GrantEvent;
import org.nuanxin.events.GrantFailed;
import org.nuanxin.events.GrantIssued;
import org.nuanxin.events.GrantWaiting;
import org.nuanxin.kit.event.StoredEvent;

/** What is told of a grant's moves. */
final class GrantEvents {

  private static final String MEMBER_LEFT = "MEMBER_LEFT";

  private GrantEvents() {}

  static GrantIssued issued(Opening opening, String reference, Instant now) {
    GrantId id = opening.id();
    return new GrantIssued(
        opening.federation(),
        id.member(),
        id.toString(),
        id.programme(),
        id.period(),
        opening.language(),
        reference,
        opening.contents(),
        opening.validity().from(),
        opening.validity().until(),
        now);
  }

  static GrantWaiting waiting(Opening opening, Waiting waiting) {
    GrantId id = opening.id();
    return new GrantWaiting(
        opening.federation(),
        id.member(),
        id.toString(),
        id.programme(),
        id.period(),
        opening.language(),
        waiting.reason().name(),
        waiting.expectedBy(),
        waiting.since());
  }

  static GrantFailed failed(Opening opening, String code, Instant now) {
    GrantId id = opening.id();
    return new GrantFailed(
        opening.federation(),
        id.member(),
        id.toString(),
        id.programme(),
        id.period(),
        opening.language(),
        code,
        now);
  }

  static GrantCancelled cancelled(Opening opening, Instant at) {
    GrantId id = opening.id();
    return new GrantCancelled(
        opening.federation(),
        id.member(),
        id.toString(),
        id.programme(),
        id.period(),
        opening.language(),
        MEMBER_LEFT,
        at);
  }

  /** Fixes an event for good; the store keeps milliseconds, so no copy may have more. */
  static StoredEvent freeze(Opening opening, long sequence, GrantEvent event, Instant at) {
    return StoredEvent.of(
        opening.id().toString(),
        sequence,
        at.truncatedTo(ChronoUnit.MILLIS),
        opening.traceparent(),
        event);
  }
}
