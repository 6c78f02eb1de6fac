package org.nuanxin.benefits.programme;

import java.time.Instant;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * When a benefit can be used.
 *
 * @param from first instant; null where it does not begin
 * @param until end, exclusive; null where it does not end
 */
public record Validity(@Nullable Instant from, @Nullable Instant until) {

  /** Neither begins nor ends. */
  public static final Validity UNBOUNDED = new Validity(null, null);

  /** From an instant on for a calendar period of the programmes' zone. */
  static Validity of(Instant from, Period length) {
    return new Validity(from, from.atZone(PeriodRule.ZONE).plus(length).toInstant());
  }

  /** Whether it is over. */
  public boolean isOver(Instant now) {
    return until != null && !now.isBefore(until);
  }
}
