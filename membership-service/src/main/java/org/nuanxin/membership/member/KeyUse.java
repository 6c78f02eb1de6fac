package org.nuanxin.membership.member;

import java.time.Duration;
import java.time.Instant;

/**
 * An Idempotency-Key under which somebody applied.
 *
 * @param hash of caller and key
 * @param body keyed digest of what was sent
 * @param ordinal the application it made
 */
public record KeyUse(String hash, String body, int ordinal, Instant at) {

  /** How long a key is kept at least. */
  public static final Duration KEPT = Duration.ofDays(7);
}
