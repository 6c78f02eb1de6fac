package org.nuanxin.membership.timeline.messaging;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nuanxin.events.VisitCheckedIn;
import org.nuanxin.kit.consume.BatchHandler;
import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.membership.timeline.RecordedStep;
import org.nuanxin.membership.timeline.RecordedSteps;
import org.nuanxin.membership.timeline.StepEvent;

/**
 * Adds visits to the timelines of whoever has the visitor's phone at that time. A visitor who has
 * never applied has no timeline; the visit itself is stations-service's.
 */
final class VisitsRecorded implements BatchHandler {

  private record Visit(VisitCheckedIn of, StepEvent told) {

    RecordedSteps.PhoneOf phone() {
      return new RecordedSteps.PhoneOf(of.federation(), of.phoneIndex());
    }

    RecordedStep step(String member) {
      return RecordedStep.ofVisit(member, of.visitId(), of.stationName(), of.checkedInAt(), told);
    }
  }

  private final RecordedSteps steps;

  VisitsRecorded(RecordedSteps steps) {
    this.steps = steps;
  }

  @Override
  public List<StoredEvent> handle(List<ReceivedEvent> batch) {
    List<Visit> visits =
        batch.stream()
            .map(received -> new Visit(received.as(VisitCheckedIn.class), Told.by(received)))
            .toList();
    Map<String, String> members =
        steps.membersByPhone(visits.stream().map(Visit::phone).collect(Collectors.toSet()));
    steps.add(
        visits.stream()
            .filter(visit -> members.containsKey(visit.of().phoneIndex()))
            .map(visit -> visit.step(members.getOrDefault(visit.of().phoneIndex(), "")))
            .toList());
    return List.of();
  }
}
