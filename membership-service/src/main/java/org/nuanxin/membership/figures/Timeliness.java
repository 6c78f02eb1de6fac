package org.nuanxin.membership.figures;

import java.time.Instant;
import java.util.Optional;
import org.nuanxin.membership.calendar.WorkingCalendar;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.Step;

/** Whether an application was decided by when it was promised. */
public final class Timeliness {

  private final WorkingCalendar calendar;

  /** By these working days, which are what promises are made by. */
  public Timeliness(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  /**
   * Whether a decided application was in time: at once, or by the end of the working day that
   * followed from when it came in last. Where nobody could say until when, it is not counted as in
   * time.
   */
  public boolean isOnTime(Application application) {
    Optional<Instant> decided = application.decision().map(Step::at);
    return decided
        .filter(at ->
            !application.reviewed()
                || cameIn(application)
                    .flatMap(calendar::dueAt)
                    .filter(due -> !at.isAfter(due))
                    .isPresent())
        .isPresent();
  }

  private static Optional<Instant> cameIn(Application application) {
    return application.history().reversed().stream()
        .filter(step ->
            step.action() == Step.Action.SUBMITTED || step.action() == Step.Action.RESUBMITTED)
        .map(Step::at)
        .findFirst();
  }
}
