package org.nuanxin.kit.mongo;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * Makes ids that sort by time: 48 bits of milliseconds and 80 random bits, as 26 characters of
 * Crockford's base 32 in lower case (the layout of a ULID).
 */
public final class Ids {

  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int TIME_CHARACTERS = 10;
  private static final int LENGTH = 26;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /**
   * A new id, unique for all practical purposes.
   *
   * @param at the instant whose milliseconds lead the id
   */
  public static String next(Instant at) {
    char[] id = new char[LENGTH];
    long time = at.toEpochMilli();
    for (int i = TIME_CHARACTERS - 1; i >= 0; i--) {
      id[i] = ALPHABET[(int) (time & 31)];
      time >>>= 5;
    }
    byte[] random = new byte[LENGTH - TIME_CHARACTERS];
    RANDOM.nextBytes(random);
    for (int i = TIME_CHARACTERS; i < LENGTH; i++) {
      id[i] = ALPHABET[random[i - TIME_CHARACTERS] & 31];
    }
    return new String(id);
  }
}
