package org.nuanxin.kit.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the page's items, in the list's order
 * @param next cursor of the following page; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

  /** Keeps its own copy of the items. */
  public Page {
    items = List.copyOf(items);
  }

  /** A list that fits one page. */
  public static <T> Page<T> of(List<T> items) {
    return new Page<>(items, null);
  }

  /**
   * Cuts a page from what a query found when it asked for one item more than fits.
   *
   * @param found at most {@code limit + 1} items
   * @param cursor makes the next cursor from the last item shown
   */
  public static <T> Page<T> cut(List<T> found, int limit, Function<T, String> cursor) {
    if (found.size() <= limit) {
      return new Page<>(found, null);
    }
    return new Page<>(found.subList(0, limit), cursor.apply(found.get(limit - 1)));
  }
}
