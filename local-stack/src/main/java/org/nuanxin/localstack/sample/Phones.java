package org.nuanxin.localstack.sample;

import java.util.Locale;

/** Mobile numbers of China; each ordinal below 2.9 billion has its own. */
final class Phones {

  private static final int[] PREFIXES = {
    130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 150, 151, 152, 153, 155, 156, 157, 158, 159,
    180, 181, 182, 183, 184, 185, 186, 187, 188, 189
  };
  private static final long PER_PREFIX = 100_000_000L;

  private Phones() {}

  /** The number of an ordinal from 0, 11 digits; the same for the same ordinal, always. */
  static String of(long ordinal) {
    long place = Scattered.place(ordinal, PREFIXES.length * PER_PREFIX);
    return String.format(
        Locale.ROOT, "%d%08d", PREFIXES[(int) (place / PER_PREFIX)], place % PER_PREFIX);
  }
}
