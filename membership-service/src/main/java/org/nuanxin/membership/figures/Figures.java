package org.nuanxin.membership.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.nuanxin.membership.union.Occupation;
import org.nuanxin.membership.union.Route;

/**
 * How a federation, or part of it, stands.
 *
 * @param asOf when it was counted
 * @param joined members who are in the union now
 * @param waiting applications that wait for a reviewer
 * @param overdue of these, what waits longer than was promised
 * @param byDay the last days, oldest first, the current one last
 * @param byUnion the largest, the largest first
 */
public record Figures(
    Instant asOf,
    long joined,
    long waiting,
    long overdue,
    TodayFigures today,
    List<DayFigures> byDay,
    List<RouteFigures> byRoute,
    List<OccupationFigures> byOccupation,
    List<UnionFigures> byUnion,
    List<DistrictFigures> byDistrict,
    Coverage coverage) {

  /**
   * The current day.
   *
   * @param applied applications that came in
   * @param joined joinings, whoever left since
   * @param decided applications decided, by a reviewer or by the rules
   * @param onTime of these, what was decided by when it was promised
   */
  public record TodayFigures(long applied, long joined, long decided, long onTime) {}

  /** One day. */
  public record DayFigures(LocalDate day, long applied, long joined) {}

  /** Members who came by a route. */
  public record RouteFigures(Route route, long joined) {}

  /** Members of an occupation. */
  public record OccupationFigures(Occupation occupation, long joined) {}

  /** Members of a union. */
  public record UnionFigures(String id, String name, long joined) {}

  /** Members who live in a district. */
  public record DistrictFigures(String code, String name, long joined) {}

  /** Members against the gig workers registered in the whole city. */
  public record Coverage(long registered, long joined) {}

  /** Copies the lists. */
  public Figures {
    byDay = List.copyOf(byDay);
    byRoute = List.copyOf(byRoute);
    byOccupation = List.copyOf(byOccupation);
    byUnion = List.copyOf(byUnion);
    byDistrict = List.copyOf(byDistrict);
  }
}
