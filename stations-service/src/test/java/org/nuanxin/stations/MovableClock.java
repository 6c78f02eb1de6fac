package org.nuanxin.stations;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that shows the real time until a test sets it. */
final class MovableClock extends Clock {

  private volatile Clock now = Clock.systemUTC();

  void set(Instant instant) {
    now = Clock.fixed(instant, ZoneOffset.UTC);
  }

  void reset() {
    now = Clock.systemUTC();
  }

  @Override
  public Instant instant() {
    return now.instant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return now.withZone(zone);
  }
}
