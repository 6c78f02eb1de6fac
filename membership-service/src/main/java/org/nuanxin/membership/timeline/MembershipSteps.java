package org.nuanxin.membership.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.ApplicationState;
import org.nuanxin.membership.member.Joining;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Step;
import org.nuanxin.membership.union.Words;

/** Membership's own steps, from the person's document. */
final class MembershipSteps {

  private static final String SOURCE = "membership-service";

  private final Member member;
  private final Instant now;
  private final String language;
  private final List<TimelineItem> items = new ArrayList<>();

  private MembershipSteps(Member member, Instant now) {
    this.member = member;
    this.now = now;
    this.language = member.language().tag();
  }

  static List<TimelineItem> of(Member member, Instant now) {
    MembershipSteps steps = new MembershipSteps(member, now);
    member.applications().forEach(steps::application);
    member.joined().ifPresent(membership -> membership.joinings().forEach(steps::joining));
    return steps.items;
  }

  private void application(Application application) {
    List<Step> history = application.history();
    for (int i = 0; i < history.size(); i++) {
      step(application.id() + ':' + i, application.id() + ":decision", history.get(i));
    }
    if (application.state() == ApplicationState.IN_REVIEW) {
      Instant due = application.dueAt();
      boolean late = due != null && now.isAfter(due);
      items.add(
          new TimelineItem(
              application.id() + ":decision",
              "application.review",
              history.getLast().at(),
              Wording.REVIEW.in(language),
              late ? TimelineItem.Status.LATE : TimelineItem.Status.EXPECTED,
              due,
              late ? Wording.REVIEW_LATE.in(language) : null,
              SOURCE));
    }
  }

  /** Whatever ends the wait for a decision takes the place of the expected decision. */
  private void step(String id, String decision, Step step) {
    switch (step.action()) {
      case SUBMITTED -> add(id, "application.submitted", step.at(), Wording.SUBMITTED, null);
      case SENT_TO_REVIEW -> {}
      case APPROVED ->
          add(decision, "application.approved", step.at(), Wording.APPROVED, step.reason());
      case RETURNED -> add(id, "application.returned", step.at(), Wording.RETURNED, step.reason());
      case RESUBMITTED -> add(id, "application.resubmitted", step.at(), Wording.RESUBMITTED, null);
      case REJECTED ->
          items.add(
              new TimelineItem(
                  decision,
                  "application.rejected",
                  step.at(),
                  Wording.REJECTED.in(language),
                  TimelineItem.Status.FAILED,
                  null,
                  step.reason(),
                  SOURCE));
      case WITHDRAWN -> add(decision, "application.withdrawn", step.at(), Wording.WITHDRAWN, null);
    }
  }

  private void joining(Joining joining) {
    String id = member.id() + ":joining:" + joining.ordinal();
    add(id, "member.joined", joining.joinedAt(), Wording.JOINED, null);
    if (joining.leftAt() != null) {
      add(id + ":left", "member.left", joining.leftAt(), Wording.LEFT, null);
    }
  }

  private void add(String id, String type, Instant at, Words title, @Nullable String reason) {
    items.add(
        new TimelineItem(
            id, type, at, title.in(language), TimelineItem.Status.DONE, null, reason, SOURCE));
  }
}
