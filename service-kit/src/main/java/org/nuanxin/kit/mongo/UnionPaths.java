package org.nuanxin.kit.mongo;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A union's path as it is stored: its ids from the root down in one string. */
public final class UnionPaths {

  private static final String BETWEEN = "/";
  private static final int LONGEST = 10;
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z._-]{1,100}");

  private UnionPaths() {}

  /**
   * The string to store. Empty for an empty path, and for one that could not be read back as it
   * was: then nobody but who sees the whole federation sees what belongs to it.
   */
  public static Optional<String> write(List<String> path) {
    boolean isStorable =
        !path.isEmpty()
            && path.size() <= LONGEST
            && path.stream().allMatch(id -> ID.matcher(id).matches());
    return isStorable ? Optional.of(String.join(BETWEEN, path)) : Optional.empty();
  }

  /** The path that was stored; empty where none was. */
  public static List<String> read(@Nullable String stored) {
    return stored == null || stored.isEmpty() ? List.of() : List.of(stored.split(BETWEEN));
  }
}
