package org.nuanxin.kit.web;

import org.jspecify.annotations.Nullable;

/** How many items of a list a caller may ask for at once. */
public final class Limits {

  /** Items when the caller does not say. */
  public static final int DEFAULT = 20;

  /** Most items of one page. */
  public static final int MOST = 100;

  private Limits() {}

  /**
   * The number of items to give.
   *
   * @param limit query parameter {@code limit}, null when absent
   * @throws ProblemException 400 unless it is 1 to 100
   */
  public static int of(@Nullable Integer limit) {
    if (limit == null) {
      return DEFAULT;
    }
    if (limit < 1 || limit > MOST) {
      throw ProblemException.invalid("limit", "OUT_OF_RANGE", "must be 1 to " + MOST);
    }
    return limit;
  }
}
