package org.nuanxin.kit.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Which things are asked for in one call (ADR 13). */
public final class Bundles {

  private Bundles() {}

  /**
   * Cuts what is wanted into calls.
   *
   * @param alone what has a call to itself, such as one that may have taken effect already
   * @param most things in one call; below 2 each has its own
   * @return each thing in one of them, in the order in which they are wanted
   */
  public static <T> List<List<T>> of(List<T> wanted, Predicate<T> alone, int most) {
    List<List<T>> calls = new ArrayList<>();
    List<T> together = new ArrayList<>();
    for (T each : wanted) {
      if (alone.test(each)) {
        calls.add(List.of(each));
        continue;
      }
      if (together.size() >= most) {
        together = new ArrayList<>();
      }
      if (together.isEmpty()) {
        calls.add(together);
      }
      together.add(each);
    }
    return calls;
  }
}
