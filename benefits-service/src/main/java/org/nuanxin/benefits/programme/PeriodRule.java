package org.nuanxin.benefits.programme;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** How often a member can have a programme's benefit: what makes a grant unique per member. */
public enum PeriodRule {
  /** Once for each joining: the period is the joining's ordinal. */
  JOINING,
  /** Once a calendar year of the programme's zone: the period is the year of joining. */
  YEAR,
  /** Once in a life: the period is {@code once}. */
  ONCE;

  /** The zone whose calendar counts. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** The period of the grant that a joining gives. */
  public String of(int joining, Instant joinedAt) {
    return switch (this) {
      case JOINING -> Integer.toString(joining);
      case YEAR -> Integer.toString(year(joinedAt));
      case ONCE -> "once";
    };
  }

  /**
   * The periods under which a grant of this joining, or the mark of its end, can be by now. A leave
   * that overtook its joining leaves its mark under the year of leaving.
   */
  public List<String> candidates(int joining, Instant joinedAt, Instant now) {
    return this != YEAR
        ? List.of(of(joining, joinedAt))
        : IntStream.rangeClosed(year(joinedAt), Math.max(year(joinedAt), year(now)))
            .mapToObj(Integer::toString)
            .toList();
  }

  private static int year(Instant at) {
    return at.atZone(ZONE).getYear();
  }
}
