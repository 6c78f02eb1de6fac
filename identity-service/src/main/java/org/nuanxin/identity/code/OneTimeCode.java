package org.nuanxin.identity.code;

import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Six digits that only the phone's holder is told.
 *
 * @param id names this code, also towards the SMS provider; tells nothing of the digits
 * @param digits what the holder types in
 */
public record OneTimeCode(String id, String digits) {

  private static final int BOUND = 1_000_000;

  /**
   * A fresh code, each of the million equally likely.
   *
   * @param random a cryptographically strong source
   */
  public static OneTimeCode random(RandomGenerator random) {
    String digits = String.format(Locale.ROOT, "%06d", random.nextInt(BOUND));
    return new OneTimeCode(UUID.randomUUID().toString(), digits);
  }

  /** Says nothing of the digits, so that none reach a log. */
  @Override
  public String toString() {
    return "OneTimeCode[" + id + "]";
  }
}
