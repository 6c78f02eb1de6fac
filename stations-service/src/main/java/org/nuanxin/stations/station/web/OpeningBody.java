package org.nuanxin.stations.station.web;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nuanxin.stations.station.OpeningHours.Opening;

/**
 * One opening, as sent and answered.
 *
 * @param days on which it begins
 * @param opens local time, {@code 07:00}
 * @param closes local time, exclusive; one before {@code opens} is of the next day, and {@code
 *     24:00} is the end of the day
 */
record OpeningBody(List<DayOfWeek> days, String opens, String closes) {

  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)");

  static OpeningBody of(Opening opening) {
    return new OpeningBody(
        opening.days().stream().sorted(Comparator.naturalOrder()).toList(),
        time(opening.opens()),
        time(opening.closes()));
  }

  /** Minute of the day; empty when it is no time from 00:00 to 24:00. */
  static OptionalInt minute(String time) {
    Matcher matcher = TIME.matcher(time);
    if (!matcher.matches()) {
      return OptionalInt.empty();
    }
    int minute = Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(2));
    return minute <= 24 * 60 ? OptionalInt.of(minute) : OptionalInt.empty();
  }

  private static String time(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }
}
