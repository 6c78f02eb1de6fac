package org.nuanxin.membership;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.nuanxin.membership.calendar.WorkingCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Warns while there is still time that the working days of the next year are missing: without them
 * an application is taken, but nobody can say by when it is decided.
 */
@Component
class CalendarWatch implements MeterBinder {

  private static final int WARN_DAYS = 21;
  private static final Logger log = LoggerFactory.getLogger(CalendarWatch.class);

  private final WorkingCalendar calendar;
  private final Clock clock;

  CalendarWatch(WorkingCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
    if (daysLeft() < WARN_DAYS) {
      log.atWarn()
          .addKeyValue("daysLeft", daysLeft())
          .log("The working days of the coming year are not published here");
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("nuanxin.calendar.days.left", this, CalendarWatch::daysLeft)
        .description("Days for which working days are published; due times end with them")
        .register(registry);
  }

  private long daysLeft() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), calendar.zone());
    return calendar
        .publishedUntil()
        .map(until -> ChronoUnit.DAYS.between(today, until))
        .orElse(-1L);
  }
}
