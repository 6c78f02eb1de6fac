package org.nuanxin.localstack.sample;

/** Numbers of a range in an order that looks like none and never repeats: steps around a circle. */
final class Scattered {

  private static final double GOLDEN = 0.6180339887498949;

  private static final long START = 46_020_011L;

  private Scattered() {}

  /**
   * The place of an ordinal in a range; two ordinals below the size never share one.
   *
   * @param size below 3 billion
   */
  static long place(long ordinal, long size) {
    long step = (long) (size * GOLDEN);
    while (commonFactor(step, size) > 1) {
      step++;
    }
    return Math.floorMod(Math.multiplyExact(ordinal % size, step) + START, size);
  }

  private static long commonFactor(long a, long b) {
    return b == 0 ? a : commonFactor(b, a % b);
  }
}
