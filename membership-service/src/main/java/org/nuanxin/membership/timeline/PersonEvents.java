package org.nuanxin.membership.timeline;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.EventType;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.Joining;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Step;

/**
 * The events that a person's document tells of, with their sequences. Each event raises the
 * document's version by one, so where the document tells of as many as its version says, it tells
 * of all, and their order gives their sequences. Where it does not (a phone was changed, or an old
 * application is archived), no sequence is certain and none is told.
 */
final class PersonEvents {

  private final Member member;
  private final Map<String, StepEvent> told = new HashMap<>();
  private long sequence;

  private PersonEvents(Member member) {
    this.member = member;
  }

  static PersonEvents of(Member member) {
    PersonEvents events = new PersonEvents(member);
    member.applications().forEach(events::application);
    if (events.sequence != member.version()) {
      events.told.clear();
    }
    return events;
  }

  /** The event of a step of an application's history. */
  @Nullable StepEvent ofStep(Application application, int place) {
    return told.get(step(application.id(), place));
  }

  @Nullable StepEvent ofJoining(Joining joining) {
    return told.get(joined(joining.applicationId()));
  }

  @Nullable StepEvent ofLeaving(Joining joining) {
    return told.get(left(joining.ordinal()));
  }

  /** An approval is told by the joining; who has left may apply again, not before. */
  private void application(Application application) {
    for (int i = 0; i < application.history().size(); i++) {
      EventType type = type(application.history().get(i).action());
      if (type != null) {
        StepEvent event = next(type);
        told.put(step(application.id(), i), event);
        if (type == EventType.MEMBER_JOINED) {
          told.put(joined(application.id()), event);
        }
      }
    }
    member.joined().stream()
        .flatMap(membership -> membership.joinings().stream())
        .filter(joining -> joining.applicationId().equals(application.id()))
        .filter(joining -> joining.leftAt() != null)
        .forEach(joining -> told.put(left(joining.ordinal()), next(EventType.MEMBER_LEFT)));
  }

  private StepEvent next(EventType type) {
    sequence++;
    return new StepEvent(StepEvent.idOf(member.id(), sequence), type.type(), sequence);
  }

  private static @Nullable EventType type(Step.Action action) {
    return switch (action) {
      case SUBMITTED -> EventType.APPLICATION_SUBMITTED;
      case SENT_TO_REVIEW -> null;
      case APPROVED -> EventType.MEMBER_JOINED;
      case RETURNED -> EventType.APPLICATION_RETURNED;
      case RESUBMITTED -> EventType.APPLICATION_RESUBMITTED;
      case REJECTED -> EventType.APPLICATION_REJECTED;
      case WITHDRAWN -> EventType.APPLICATION_WITHDRAWN;
    };
  }

  private static String step(String application, int place) {
    return application + ':' + place;
  }

  private static String joined(String application) {
    return application + ":joined";
  }

  private static String left(int joining) {
    return "left:" + joining;
  }
}
