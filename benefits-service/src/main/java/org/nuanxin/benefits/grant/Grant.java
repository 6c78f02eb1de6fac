package org.nuanxin.benefits.grant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.EventType;
import org.nuanxin.events.GrantEvent;
import org.nuanxin.kit.event.StoredEvent;

/**
 * One benefit for one member and period: the aggregate, and one document.
 *
 * <p>How it began ({@link Beginning}) is frozen as {@code first}: that event, and no other, is what
 * the joining that caused it sends, however often it is delivered. A leave freezes its event as
 * {@code end} in the same way. All later moves add their events to {@code outbox}.
 *
 * @param version number of events so far: the sequence of the newest
 * @param reference policy number, entitlement number or film-ticket code; null until issued
 * @param waiting set exactly while it waits or is reserved by a worker
 * @param failure set exactly while it is refused for good
 * @param first the event with which it began
 * @param end the event with which a leave ended it; null otherwise
 * @param outbox events not yet known to be sent, oldest first
 */
public record Grant(
    Opening opening,
    GrantState state,
    long version,
    @Nullable String reference,
    @Nullable Instant issuedAt,
    @Nullable Instant usedAt,
    @Nullable Waiting waiting,
    @Nullable Failure failure,
    Task task,
    StoredEvent first,
    @Nullable StoredEvent end,
    List<StoredEvent> outbox) {

  /** Copies the list. */
  public Grant {
    outbox = List.copyOf(outbox);
  }

  /** The identity. */
  public GrantId id() {
    return opening.id();
  }

  /** State as a reader sees it: what was not used in time has expired. */
  public GrantState stateAt(Instant now) {
    return state == GrantState.ISSUED && opening.validity().isOver(now)
        ? GrantState.EXPIRED
        : state;
  }

  /** A reserved or waiting grant becomes the member's own. */
  Grant issue(String issuedReference, Instant now) {
    return move(
            GrantState.ISSUED, GrantEvents.issued(opening, issuedReference, now), now, Task.NONE)
        .with(issuedReference, now, null);
  }

  /** A reserved grant is refused for good. */
  Grant fail(String code, Instant now) {
    return move(GrantState.FAILED, GrantEvents.failed(opening, code, now), now, task.over())
        .with(null, null, new Failure(code, now));
  }

  /** A reserved grant could not be issued this time. */
  Grant waitAgain(Instant next, boolean unsure) {
    return rest(GrantState.WAITING, task.again(next, unsure));
  }

  /** A reserved grant was not even tried, as the provider is shielded. */
  Grant putBack(Instant next) {
    return rest(GrantState.WAITING, new Task(next, task.attempts(), task.unsure(), null, false));
  }

  /**
   * A reserved grant ends because its member left meanwhile; its provider is told from now on.
   *
   * @param alsoUnsure whether an order that was placed meanwhile may take effect yet
   */
  Grant cancelAsRequested(Instant now, boolean alsoUnsure) {
    return move(
            GrantState.CANCELLED,
            GrantEvents.cancelled(opening, now),
            now,
            Task.at(now, task.unsure() || alsoUnsure))
        .with(reference, issuedAt, null);
  }

  /**
   * What a leave does to it; the same again once it is done. A reserved grant is left to the worker
   * that holds it, with the wish that it be cancelled.
   */
  Grant leave(Instant leftAt, Instant now) {
    return switch (stateAt(now)) {
      case DUE, WAITING, ISSUED -> {
        long sequence = version + 1;
        StoredEvent event =
            GrantEvents.freeze(opening, sequence, GrantEvents.cancelled(opening, leftAt), leftAt);
        yield new Grant(
            opening,
            GrantState.CANCELLED,
            sequence,
            reference,
            issuedAt,
            usedAt,
            null,
            null,
            Task.at(now, task.unsure()),
            first,
            event,
            outbox);
      }
      case RESERVED -> rest(state, task.withCancelRequested());
      case USED, EXPIRED, CANCELLED, FAILED -> this;
    };
  }

  /** The provider has cancelled what it had, or had nothing. */
  Grant surrendered() {
    return rest(state, Task.NONE);
  }

  /** The provider could not be told yet. */
  Grant surrenderLater(Instant next) {
    return rest(state, task.again(next, false));
  }

  /** An issued grant is used. */
  Grant use(Instant now) {
    return new Grant(
        opening,
        GrantState.USED,
        version,
        reference,
        issuedAt,
        now,
        waiting,
        failure,
        task,
        first,
        end,
        outbox);
  }

  /** The events that a leave sends again: what is still unsent, then the end it caused. */
  List<StoredEvent> eventsOfLeaving() {
    List<StoredEvent> events = new ArrayList<>(outbox);
    if (end != null) {
      events.add(end);
    } else if (first.type().equals(EventType.GRANT_CANCELLED.type())) {
      events.add(first);
    }
    return events;
  }

  private Grant move(GrantState next, GrantEvent event, Instant at, Task nextTask) {
    long sequence = version + 1;
    List<StoredEvent> events = new ArrayList<>(outbox);
    events.add(GrantEvents.freeze(opening, sequence, event, at));
    return new Grant(
        opening, next, sequence, reference, issuedAt, usedAt, waiting, failure, nextTask, first,
        end, events);
  }

  private Grant rest(GrantState next, Task nextTask) {
    return new Grant(
        opening, next, version, reference, issuedAt, usedAt, waiting, failure, nextTask, first, end,
        outbox);
  }

  /** What it has come to; it waits no more. */
  private Grant with(
      @Nullable String newReference, @Nullable Instant newIssuedAt, @Nullable Failure newFailure) {
    return new Grant(
        opening,
        state,
        version,
        newReference,
        newIssuedAt,
        usedAt,
        null,
        newFailure,
        task,
        first,
        end,
        outbox);
  }
}
