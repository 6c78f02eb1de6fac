package org.nuanxin.membership.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.ApplicationState;
import org.nuanxin.membership.member.Joining;
import org.nuanxin.membership.member.Language;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Step;
import org.nuanxin.membership.union.Words;

/** Membership's own steps, from the person's document. */
final class MembershipSteps {

  private static final String SOURCE = "membership-service";

  private final Member member;
  private final Instant now;
  private final Language language;
  private final PersonEvents events;
  private final List<TracedItem> items = new ArrayList<>();

  private MembershipSteps(Member member, Language language, Instant now) {
    this.member = member;
    this.now = now;
    this.events = PersonEvents.of(member);
    this.language = language;
  }

  static List<TracedItem> of(Member member, Language language, Instant now) {
    MembershipSteps steps = new MembershipSteps(member, language, now);
    member.applications().forEach(steps::application);
    member.joined().ifPresent(membership -> membership.joinings().forEach(steps::joining));
    return steps.items;
  }

  private void application(Application application) {
    List<Step> history = application.history();
    for (int i = 0; i < history.size(); i++) {
      step(
          application.id() + ':' + i,
          application.id() + ":decision",
          history.get(i),
          events.ofStep(application, i));
    }
    if (application.state() == ApplicationState.IN_REVIEW) {
      Instant due = application.dueAt();
      boolean late = due != null && now.isAfter(due);
      items.add(
          new TracedItem(
              new TimelineItem(
                  application.id() + ":decision",
                  "application.review",
                  history.getLast().at(),
                  Wording.REVIEW.in(language.tag()),
                  late ? TimelineItem.Status.LATE : TimelineItem.Status.EXPECTED,
                  due,
                  late ? Wording.REVIEW_LATE.in(language.tag()) : null,
                  SOURCE),
              null));
    }
  }

  /** Whatever ends the wait for a decision takes the place of the expected decision. */
  private void step(String id, String decision, Step step, @Nullable StepEvent event) {
    switch (step.action()) {
      case SUBMITTED -> done(id, "application.submitted", step, Wording.SUBMITTED, event);
      case SENT_TO_REVIEW -> {}
      case APPROVED -> done(decision, "application.approved", step, Wording.APPROVED, event);
      case RETURNED -> done(id, "application.returned", step, Wording.RETURNED, event);
      case RESUBMITTED -> done(id, "application.resubmitted", step, Wording.RESUBMITTED, event);
      case REJECTED ->
          items.add(
              new TracedItem(
                  new TimelineItem(
                      decision,
                      "application.rejected",
                      step.at(),
                      Wording.REJECTED.in(language.tag()),
                      TimelineItem.Status.FAILED,
                      null,
                      step.told(language),
                      SOURCE),
                  event));
      case WITHDRAWN -> done(decision, "application.withdrawn", step, Wording.WITHDRAWN, event);
    }
  }

  /** A reviewer's words are told where there are any; an applicant gives none. */
  private void done(String id, String type, Step step, Words title, @Nullable StepEvent event) {
    add(id, type, step.at(), title, step.told(language), event);
  }

  private void joining(Joining joining) {
    String id = member.id() + ":joining:" + joining.ordinal();
    add(id, "member.joined", joining.joinedAt(), Wording.JOINED, null, events.ofJoining(joining));
    if (joining.leftAt() != null) {
      add(
          id + ":left",
          "member.left",
          joining.leftAt(),
          Wording.LEFT,
          null,
          events.ofLeaving(joining));
    }
  }

  private void add(
      String id,
      String type,
      Instant at,
      Words title,
      @Nullable String reason,
      @Nullable StepEvent event) {
    items.add(
        new TracedItem(
            new TimelineItem(
                id,
                type,
                at,
                title.in(language.tag()),
                TimelineItem.Status.DONE,
                null,
                reason,
                SOURCE),
            event));
  }
}
