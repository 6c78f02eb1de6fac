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

/**
 * Adds visits to the timelines of whoever has the visitor's phone at that time. A visitor who has
 * never applied has no timeline; the visit itself is stations-service's.
 */
final class VisitsRecorded implements BatchHandler {

  private final RecordedSteps steps;

  VisitsRecorded(RecordedSteps steps) {
    this.steps = steps;
  }

  @Override
  public List<StoredEvent> handle(List<ReceivedEvent> batch) {
    List<VisitCheckedIn> visits =
        batch.stream().map(received -> received.as(VisitCheckedIn.class)).toList();
    Map<String, String> members =
        steps.membersByPhone(
            visits.stream()
                .map(visit -> new RecordedSteps.PhoneOf(visit.federation(), visit.phoneIndex()))
                .collect(Collectors.toSet()));
    steps.add(
        visits.stream()
            .filter(visit -> members.containsKey(visit.phoneIndex()))
            .map(visit ->
                RecordedStep.ofVisit(
                    members.getOrDefault(visit.phoneIndex(), ""),
                    visit.visitId(),
                    visit.stationName(),
                    visit.checkedInAt()))
            .toList());
    return List.of();
  }
}
