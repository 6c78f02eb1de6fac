package org.nuanxin.kit.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock in a test's hands: it runs or stands still, and is moved while others read it. */
public final class MovableClock extends Clock {

  private final AtomicReference<Clock> shown;

  private MovableClock(Clock first) {
    shown = new AtomicReference<>(first);
  }

  /** Shows the real time until it is moved, and runs on from there. */
  public static MovableClock running() {
    return new MovableClock(Clock.systemUTC());
  }

  /** Stands still at this instant until it is moved. */
  public static MovableClock at(Instant instant) {
    return new MovableClock(Clock.fixed(instant, ZoneOffset.UTC));
  }

  /** Moves it on; it runs or stands still as before. */
  public void advance(Duration by) {
    shown.updateAndGet(before -> Clock.offset(before, by));
  }

  /** To the beginning of the next minute, so that a short test stays within one. */
  public void toNextMinute() {
    Instant now = instant();
    advance(Duration.between(now, now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES)));
  }

  /** Stands still at this instant from now on. */
  public void set(Instant instant) {
    shown.set(Clock.fixed(instant, ZoneOffset.UTC));
  }

  /** Shows the real time again. */
  public void reset() {
    shown.set(Clock.systemUTC());
  }

  @Override
  public Instant instant() {
    return shown.get().instant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** Refused: the copy would not move along. */
  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
