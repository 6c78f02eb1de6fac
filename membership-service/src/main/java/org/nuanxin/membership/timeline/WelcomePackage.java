package org.nuanxin.membership.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.nuanxin.membership.member.Joining;

/**
 * The benefits that follow a joining by themselves, and by when.
 *
 * @param within how soon after joining each is expected
 * @param zone the federation's time zone, which says what year it is
 */
public record WelcomePackage(Duration within, ZoneId zone) {

  /** A benefit that a joining brings. */
  record Expected(String grantId, String programme, Instant by) {}

  /** The grants' ids follow the rule for a grant's period: joining, year, once. */
  List<Expected> of(String memberId, Joining joining) {
    Instant at = joining.joinedAt();
    Instant by = at.plus(within);
    return List.of(
        expected(memberId, "ACCIDENT_INSURANCE", Integer.toString(joining.ordinal()), by),
        expected(memberId, "HEALTH_CHECK", Integer.toString(at.atZone(zone).getYear()), by),
        expected(memberId, "WELCOME_GIFT", "once", by));
  }

  private static Expected expected(String memberId, String programme, String period, Instant by) {
    return new Expected(memberId + ':' + programme + ':' + period, programme, by);
  }
}
