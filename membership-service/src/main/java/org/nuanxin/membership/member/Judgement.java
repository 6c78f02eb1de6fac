package org.nuanxin.membership.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.membership.calendar.WorkingCalendar;
import org.nuanxin.membership.union.Assignment;
import org.nuanxin.membership.union.UnionTree;

/** Finds the union of an application, judges it by the rules, and says by when it is decided. */
public final class Judgement {

  private final UnionTree unions;
  private final WorkingCalendar calendar;
  private final AutoReview autoReview;
  private final MembershipNumbers numbers;
  private final String currentConsent;

  /**
   * @param currentConsent version of the consent that new applications name
   */
  public Judgement(
      UnionTree unions,
      WorkingCalendar calendar,
      AutoReview autoReview,
      MembershipNumbers numbers,
      String currentConsent) {
    this.unions = unions;
    this.calendar = calendar;
    this.autoReview = autoReview;
    this.numbers = numbers;
    this.currentConsent = currentConsent;
  }

  Submission submission(
      Applying applying, String bodyDigest, @Nullable Member before, Instant now) {
    Details details = applying.details();
    List<Rule> failed = autoReview.failedBy(facts(applying, before, now));
    boolean needsNumber = failed.isEmpty() && (before == null || before.membership() == null);
    return new Submission(
        details,
        assign(details),
        applying.actor(),
        applying.keyHash(),
        bodyDigest,
        failed,
        needsNumber ? numbers.next(applying.federation(), now) : null,
        failed.isEmpty() ? null : dueAt(now),
        now);
  }

  Assignment assign(Details details) {
    return unions.assign(details.occupation(), details.employer(), details.communityCode());
  }

  @Nullable Instant dueAt(Instant now) {
    return calendar.dueAt(now).orElse(null);
  }

  private Facts facts(Applying applying, @Nullable Member before, Instant now) {
    Details details = applying.details();
    return new Facts(
        applying.person(),
        details,
        applying.isAssisted(),
        LocalDate.ofInstant(now, calendar.zone()),
        applying.phoneVerified(),
        details.consentVersion().equals(currentConsent),
        unions.community(details.communityCode()).isPresent(),
        unions.resemblesKeyEnterprise(details.employer()),
        before);
  }
}
