package org.nuanxin.membership.timeline.messaging;

import java.util.List;
import org.nuanxin.events.DomainEvent;
import org.nuanxin.events.GrantCancelled;
import org.nuanxin.events.GrantFailed;
import org.nuanxin.events.GrantIssued;
import org.nuanxin.events.GrantWaiting;
import org.nuanxin.kit.consume.BatchHandler;
import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.membership.timeline.RecordedStep;
import org.nuanxin.membership.timeline.RecordedStep.Kind;
import org.nuanxin.membership.timeline.RecordedSteps;
import org.nuanxin.membership.timeline.StepEvent;

/** Adds what happened to grants to their members' timelines; causes no events. */
final class GrantsRecorded implements BatchHandler {

  private final RecordedSteps steps;

  GrantsRecorded(RecordedSteps steps) {
    this.steps = steps;
  }

  @Override
  public List<StoredEvent> handle(List<ReceivedEvent> batch) {
    steps.add(batch.stream().map(received -> step(received.event(), Told.by(received))).toList());
    return List.of();
  }

  private static RecordedStep step(DomainEvent event, StepEvent told) {
    return switch (event) {
      case GrantIssued e ->
          RecordedStep.ofGrant(
              e.memberId(),
              e.grantId(),
              Kind.GRANT_ISSUED,
              e.programme(),
              e.issuedAt(),
              null,
              null,
              told);
      case GrantWaiting e ->
          RecordedStep.ofGrant(
              e.memberId(),
              e.grantId(),
              Kind.GRANT_WAITING,
              e.programme(),
              e.waitingSince(),
              e.expectedBy(),
              e.reason(),
              told);
      case GrantFailed e ->
          RecordedStep.ofGrant(
              e.memberId(),
              e.grantId(),
              Kind.GRANT_FAILED,
              e.programme(),
              e.failedAt(),
              null,
              e.reason(),
              told);
      case GrantCancelled e ->
          RecordedStep.ofGrant(
              e.memberId(),
              e.grantId(),
              Kind.GRANT_CANCELLED,
              e.programme(),
              e.cancelledAt(),
              null,
              e.reason(),
              told);
      default -> throw new IllegalArgumentException("Not about a grant: " + event.eventType());
    };
  }
}
