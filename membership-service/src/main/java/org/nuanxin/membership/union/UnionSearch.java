package org.nuanxin.membership.union;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds unions by what people type of their names, or of the employer's whose union it is. Answers
 * from memory.
 */
public final class UnionSearch {

  private static final int NOT_AT_ALL = Integer.MAX_VALUE;

  private record Found(Union union, int at) {}

  private final UnionTree unions;

  /** In this tree. */
  public UnionSearch(UnionTree unions) {
    this.unions = unions;
  }

  /**
   * Those that fit, names that begin so before names that hold it; equally good ones by kind and
   * id. Spaces, punctuation, full width and capitals do not matter, as they do not when somebody is
   * routed by an employer's name.
   *
   * @param route only unions that this route leads to; null for all
   * @param typed nothing for all
   */
  public List<Union> find(@Nullable Route route, String typed) {
    List<Union> candidates =
        unions.unions().stream().filter(each -> route == null || route == each.route()).toList();
    if (typed.isBlank()) {
      return candidates;
    }
    String folded = EmployerName.of(typed).folded();
    String words = typed.strip().toLowerCase(Locale.ROOT);
    return candidates.stream()
        .map(each -> new Found(each, place(each, words, folded)))
        .filter(found -> found.at() != NOT_AT_ALL)
        .sorted(Comparator.comparing(found -> found.at() > 0))
        .map(Found::union)
        .toList();
  }

  private int place(Union union, String words, String folded) {
    int best = Math.min(place(union.name().zh(), words), place(union.name().en(), words));
    if (folded.isEmpty()) {
      // Nothing but punctuation: a name holds it as it stands, or not.
      return best;
    }
    String employer =
        unions.employerOf(union.id()).map(name -> EmployerName.of(name).folded()).orElse("");
    return Math.min(best, place(employer, folded));
  }

  private static int place(String name, String words) {
    int at = name.toLowerCase(Locale.ROOT).indexOf(words);
    return at < 0 ? NOT_AT_ALL : at;
  }
}
