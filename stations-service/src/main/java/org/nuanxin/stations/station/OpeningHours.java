package org.nuanxin.stations.station;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * When a station is open, week by week, in the local time of the federation. A station without
 * openings is never open.
 *
 * @param openings any number a day; what overlaps is simply open
 */
public record OpeningHours(List<Opening> openings) {

  /** Local time of every station. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;

  /** Copies the list. */
  public OpeningHours {
    openings = List.copyOf(openings);
  }

  /**
   * Open on some days from a time to a time.
   *
   * @param opens minute of the day, 0 to 1439
   * @param closes minute of the day, exclusive; one before {@code opens} is of the next day;
   *     midnight may be 0 or 1440, so that 0 to 0 is the whole day
   */
  public record Opening(Set<DayOfWeek> days, int opens, int closes) {

    /**
     * Copies the days.
     *
     * @throws IllegalArgumentException when a time is out of range or both are the same
     */
    public Opening {
      days = Set.copyOf(days);
      closes = closes == 0 ? DAY : closes;
      if (opens < 0 || opens >= DAY || closes < 1 || closes > DAY || opens == closes) {
        throw new IllegalArgumentException("No such opening hours");
      }
    }
  }

  /**
   * Minutes of the week, Monday 00:00 being 0.
   *
   * @param from inclusive
   * @param to exclusive, at most 10080
   */
  public record Span(int from, int to) {}

  /** Every opening as spans of the week; one that runs past Sunday's end is cut in two. */
  public List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    for (Opening opening : openings) {
      int minutes = Math.floorMod(opening.closes() - opening.opens() - 1, DAY) + 1;
      for (DayOfWeek day : opening.days()) {
        int from = (day.getValue() - 1) * DAY + opening.opens();
        int to = from + minutes;
        spans.add(new Span(from, Math.min(to, WEEK)));
        if (to > WEEK) {
          spans.add(new Span(0, to - WEEK));
        }
      }
    }
    return spans;
  }

  /** Whether it is open at that instant. */
  public boolean isOpenAt(Instant instant) {
    int minute = minuteOfWeek(instant);
    return spans().stream().anyMatch(span -> span.from() <= minute && minute < span.to());
  }

  /** The minute of the local week that an instant falls in. */
  public static int minuteOfWeek(Instant instant) {
    ZonedDateTime local = instant.atZone(ZONE);
    return (local.getDayOfWeek().getValue() - 1) * DAY + local.getHour() * 60 + local.getMinute();
  }
}
