package org.nuanxin.membership.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The working days of mainland China with their holidays and make-up days, as published per year. A
 * year that is not published is never guessed.
 */
public final class WorkingCalendar {

  /**
   * One published year.
   *
   * @param holidays days off, weekends included where they are part of a holiday
   * @param makeUpDays weekend days that are worked
   */
  public record Year(Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {

    /** Copies the sets. */
    public Year {
      holidays = Set.copyOf(holidays);
      makeUpDays = Set.copyOf(makeUpDays);
    }
  }

  private final Map<Integer, Year> years;
  private final ZoneId zone;
  private final LocalTime endOfDay;

  /**
   * @param zone the federation's time zone
   * @param endOfDay when a working day ends
   */
  public WorkingCalendar(Map<Integer, Year> years, ZoneId zone, LocalTime endOfDay) {
    this.years = Map.copyOf(years);
    this.zone = zone;
    this.endOfDay = endOfDay;
  }

  /**
   * By when something that comes in now is done: the end of today if today is a working day that
   * has not ended, else of the next working day.
   *
   * @return empty when a year that would have to be looked at is not published
   */
  public Optional<Instant> dueAt(Instant now) {
    ZonedDateTime local = now.atZone(zone);
    LocalDate day = local.toLocalDate();
    if (!local.toLocalTime().isBefore(endOfDay)) {
      day = day.plusDays(1);
    }
    while (years.containsKey(day.getYear())) {
      if (isWorkingDay(day)) {
        return Optional.of(day.atTime(endOfDay).atZone(zone).toInstant());
      }
      day = day.plusDays(1);
    }
    return Optional.empty();
  }

  /** The last day for which working days are published here; empty where none are. */
  public Optional<LocalDate> publishedUntil() {
    return years.keySet().stream().max(Integer::compare).map(year -> LocalDate.of(year, 12, 31));
  }

  /** The federation's time zone. */
  public ZoneId zone() {
    return zone;
  }

  private boolean isWorkingDay(LocalDate day) {
    Year year = years.get(day.getYear());
    if (year == null || year.holidays().contains(day)) {
      return false;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend || year.makeUpDays().contains(day);
  }
}
