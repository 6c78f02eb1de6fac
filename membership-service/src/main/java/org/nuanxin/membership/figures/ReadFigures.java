package org.nuanxin.membership.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.nuanxin.membership.union.Community;
import org.nuanxin.membership.union.District;
import org.nuanxin.membership.union.Occupation;
import org.nuanxin.membership.union.Route;

/** Figures of some unions, as sums of what was counted in the federation a moment ago. */
public final class ReadFigures {

  private static final int MOST_UNIONS = 20;

  private final RecentCounts counts;
  private final City city;

  /**
   * Reads figures.
   *
   * @param keep how long a count serves at least; one that takes long serves longer
   */
  public ReadFigures(Counts counts, City city, Clock clock, Duration keep) {
    this.counts = new RecentCounts(counts, clock, keep);
    this.city = city;
  }

  /**
   * Figures.
   *
   * @param unions whose figures
   * @param days how many days are told one by one, at most {@link Counts#MOST_DAYS}
   */
  public Figures of(String federation, Predicate<String> unions, int days) {
    Counted counted = counts.of(federation);
    List<Counted.Standing> standing =
        counted.standing().stream().filter(each -> unions.test(each.union())).toList();
    long joined = standing.stream().mapToLong(Counted.Standing::count).sum();
    List<Counted.Waiting> waiting =
        counted.waiting().stream().filter(each -> unions.test(each.union())).toList();
    List<Figures.DayFigures> byDay = byDay(counted, unions, days);
    return new Figures(
        counted.asOf(),
        joined,
        waiting.stream().mapToLong(Counted.Waiting::count).sum(),
        waiting.stream().mapToLong(Counted.Waiting::overdue).sum(),
        today(counted, unions, byDay.getLast()),
        byDay,
        byRoute(standing),
        byOccupation(standing),
        byUnion(standing),
        byDistrict(standing),
        new Figures.Coverage(city.registeredWorkers(), joined));
  }

  private static Figures.TodayFigures today(
      Counted counted, Predicate<String> unions, Figures.DayFigures day) {
    List<Counted.Decided> decided =
        counted.decided().stream().filter(each -> unions.test(each.union())).toList();
    return new Figures.TodayFigures(
        day.applied(),
        day.joined(),
        decided.stream().mapToLong(Counted.Decided::count).sum(),
        decided.stream().mapToLong(Counted.Decided::onTime).sum());
  }

  private static List<Figures.DayFigures> byDay(
      Counted counted, Predicate<String> unions, int days) {
    Map<LocalDate, Long> applied = byDay(counted.applied(), unions);
    Map<LocalDate, Long> joined = byDay(counted.joined(), unions);
    LocalDate today = counted.today();
    return today
        .minusDays(days - 1L)
        .datesUntil(today.plusDays(1))
        .map(day ->
            new Figures.DayFigures(
                day, applied.getOrDefault(day, 0L), joined.getOrDefault(day, 0L)))
        .toList();
  }

  private static Map<LocalDate, Long> byDay(List<Counted.OfDay> all, Predicate<String> unions) {
    return all.stream()
        .filter(each -> unions.test(each.union()))
        .collect(
            Collectors.groupingBy(
                Counted.OfDay::day, Collectors.summingLong(Counted.OfDay::count)));
  }

  private static List<Figures.RouteFigures> byRoute(List<Counted.Standing> standing) {
    Map<Route, Long> sums = sums(standing, Counted.Standing::route);
    return Arrays.stream(Route.values())
        .map(route -> new Figures.RouteFigures(route, sums.getOrDefault(route, 0L)))
        .toList();
  }

  private static List<Figures.OccupationFigures> byOccupation(List<Counted.Standing> standing) {
    Map<Occupation, Long> sums = sums(standing, Counted.Standing::occupation);
    return Arrays.stream(Occupation.values())
        .map(each -> new Figures.OccupationFigures(each, sums.getOrDefault(each, 0L)))
        .toList();
  }

  private List<Figures.UnionFigures> byUnion(List<Counted.Standing> standing) {
    return sums(standing, Counted.Standing::union).entrySet().stream()
        .map(each -> new Figures.UnionFigures(each.getKey(), name(each.getKey()), each.getValue()))
        .sorted(
            Comparator.comparingLong(Figures.UnionFigures::joined)
                .reversed()
                .thenComparing(Figures.UnionFigures::id))
        .limit(MOST_UNIONS)
        .toList();
  }

  private String name(String union) {
    return city.unions().union(union).map(each -> each.name().zh()).orElse(union);
  }

  private List<Figures.DistrictFigures> byDistrict(List<Counted.Standing> standing) {
    Map<Optional<District>, Long> sums =
        sums(standing, each -> city.unions().community(each.community()).map(Community::within));
    return city.unions().communities().stream()
        .map(Community::within)
        .distinct()
        .sorted(Comparator.comparing(District::code))
        .map(each ->
            new Figures.DistrictFigures(
                each.code(), each.name(), sums.getOrDefault(Optional.of(each), 0L)))
        .toList();
  }

  private static <K> Map<K, Long> sums(
      List<Counted.Standing> standing, Function<Counted.Standing, K> by) {
    return standing.stream()
        .collect(Collectors.groupingBy(by, Collectors.summingLong(Counted.Standing::count)));
  }
}
