package org.nuanxin.membership.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nuanxin.membership.union.Occupation;
import org.nuanxin.membership.union.Route;

/**
 * What was counted in a federation at one time, by union, so that everybody's figures are sums of
 * it.
 *
 * @param standing members who are in the union now
 * @param applied applications by the day they came in, of the last {@link Counts#MOST_DAYS} days
 * @param joined joinings by their day, likewise, whoever left since
 * @param waiting applications that wait for a reviewer
 * @param decided applications decided on the current day, by a reviewer or by the rules
 */
public record Counted(
    Instant asOf,
    LocalDate today,
    List<Standing> standing,
    List<OfDay> applied,
    List<OfDay> joined,
    List<Waiting> waiting,
    List<Decided> decided) {

  /** Members of a union who came by the same route, do the same and live in the same community. */
  public record Standing(
      String union, Route route, Occupation occupation, String community, long count) {}

  /** What happened in a union on a day. */
  public record OfDay(LocalDate day, String union, long count) {}

  /** What waits in a union, and how much of it longer than was promised. */
  public record Waiting(String union, long count, long overdue) {}

  /** What was decided in a union, and how much of it by when it was promised. */
  public record Decided(String union, long count, long onTime) {}

  /** Copies the lists. */
  public Counted {
    standing = List.copyOf(standing);
    applied = List.copyOf(applied);
    joined = List.copyOf(joined);
    waiting = List.copyOf(waiting);
    decided = List.copyOf(decided);
  }
}
