package org.nuanxin.benefits.grant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.GrantEvent;

/** The ways in which a grant begins, each with the event that says so. */
final class Beginning {

  private Beginning() {}

  /** As the member's own. */
  static Grant issued(Opening opening, String reference, Instant now) {
    return grant(
        opening,
        GrantState.ISSUED,
        reference,
        now,
        null,
        null,
        Task.NONE,
        GrantEvents.issued(opening, reference, now),
        now);
  }

  /** As refused for good. */
  static Grant refused(Opening opening, String code, Instant now) {
    return grant(
        opening,
        GrantState.FAILED,
        null,
        null,
        null,
        new Failure(code, now),
        Task.NONE,
        GrantEvents.failed(opening, code, now),
        now);
  }

  /**
   * As waiting.
   *
   * @param due when a worker may try first
   */
  static Grant waiting(Opening opening, Waiting waiting, Instant due, boolean unsure) {
    return grant(
        opening,
        GrantState.WAITING,
        null,
        null,
        waiting,
        null,
        Task.at(due, unsure),
        GrantEvents.waiting(opening, waiting),
        waiting.since());
  }

  /** As ended: the member left before the joining was seen. The provider is told anyway. */
  static Grant ended(Opening opening, Instant leftAt, Instant now) {
    return grant(
        opening,
        GrantState.CANCELLED,
        null,
        null,
        null,
        null,
        Task.at(now, false),
        GrantEvents.cancelled(opening, leftAt),
        leftAt);
  }

  private static Grant grant(
      Opening opening,
      GrantState state,
      @Nullable String reference,
      @Nullable Instant issuedAt,
      @Nullable Waiting waiting,
      @Nullable Failure failure,
      Task task,
      GrantEvent event,
      Instant at) {
    return new Grant(
        opening,
        state,
        1,
        reference,
        issuedAt,
        null,
        waiting,
        failure,
        task,
        GrantEvents.freeze(opening, 1, event, at),
        null,
        List.of());
  }
}
