package org.nuanxin.membership.member.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nuanxin.membership.figures.Counted;
import org.nuanxin.membership.figures.Counts;
import org.nuanxin.membership.figures.Timeliness;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.Joining;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Step;

/** Adds up what happened, by day and union; what is older than is told counts for nothing. */
final class Tally {

  private record DayOf(LocalDate day, String union) {}

  private final LocalDate today;
  private final LocalDate first;
  private final ZoneId zone;
  private final Timeliness timeliness;
  private final Map<DayOf, Long> applied = new HashMap<>();
  private final Map<DayOf, Long> joined = new HashMap<>();
  private final Map<String, Long> decided = new HashMap<>();
  private final Map<String, Long> onTime = new HashMap<>();

  Tally(LocalDate today, ZoneId zone, Timeliness timeliness) {
    this.today = today;
    this.first = today.minusDays(Counts.MOST_DAYS - 1L);
    this.zone = zone;
    this.timeliness = timeliness;
  }

  /** Joinings; what no reviewer saw came in and was decided at the same time. */
  void addJoined(Instant at, String union, long count, boolean reviewed) {
    add(joined, at, union, count);
    if (!reviewed) {
      addApplied(at, union, count);
      if (day(at).equals(today)) {
        decided.merge(union, count, Long::sum);
        onTime.merge(union, count, Long::sum);
      }
    }
  }

  void addApplied(Instant at, String union, long count) {
    add(applied, at, union, count);
  }

  /** An application's decision, if it was today. */
  void addDecision(Application application) {
    if (application.decision().map(Step::at).filter(at -> day(at).equals(today)).isPresent()) {
      decided.merge(application.unionId(), 1L, Long::sum);
      onTime.merge(application.unionId(), timeliness.isOnTime(application) ? 1L : 0L, Long::sum);
    }
  }

  /** What a person's current application and latest joining do not tell. */
  void addEarlierOf(Member member) {
    List<Application> applications = member.applications();
    for (Application each : applications.subList(0, applications.size() - 1)) {
      addApplied(each.submittedAt(), each.unionId(), 1);
      addDecision(each);
    }
    member
        .joined()
        .ifPresent(membership -> {
          List<Joining> joinings = membership.joinings();
          for (Joining each : joinings.subList(0, joinings.size() - 1)) {
            add(joined, each.joinedAt(), unionOf(member, each, membership.unionId()), 1);
          }
        });
  }

  Counted counted(Instant asOf, List<Counted.Standing> standing, List<Counted.Waiting> waiting) {
    return new Counted(
        asOf,
        today,
        standing,
        ofDays(applied),
        ofDays(joined),
        waiting,
        decided.entrySet().stream()
            .map(each ->
                new Counted.Decided(
                    each.getKey(), each.getValue(), onTime.getOrDefault(each.getKey(), 0L)))
            .toList());
  }

  /** The union joined then; the present one where the application is archived. */
  private static String unionOf(Member member, Joining joining, String present) {
    return member.applications().stream()
        .filter(each -> each.id().equals(joining.applicationId()))
        .map(Application::unionId)
        .findFirst()
        .orElse(present);
  }

  private void add(Map<DayOf, Long> sums, Instant at, String union, long count) {
    LocalDate day = day(at);
    if (!day.isBefore(first)) {
      sums.merge(new DayOf(day, union), count, Long::sum);
    }
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private static List<Counted.OfDay> ofDays(Map<DayOf, Long> sums) {
    return sums.entrySet().stream()
        .map(each -> new Counted.OfDay(each.getKey().day(), each.getKey().union(), each.getValue()))
        .toList();
  }
}
