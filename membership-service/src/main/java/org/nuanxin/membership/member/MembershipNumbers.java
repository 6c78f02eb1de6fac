package org.nuanxin.membership.member;

import java.time.Instant;

/** Port to the membership numbers of a federation. */
@FunctionalInterface
public interface MembershipNumbers {

  /**
   * A number that nobody has or ever gets again. Numbers rise roughly with time and may have gaps:
   * a number whose application is not stored is lost.
   *
   * @param at whose year, in the federation's time zone, leads the number
   */
  String next(String federation, Instant at);
}
