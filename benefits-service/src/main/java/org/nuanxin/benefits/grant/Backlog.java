package org.nuanxin.benefits.grant;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which grants somebody asks for that are not the member's yet, or never will be.
 *
 * @param programmes codes of the programmes; none of another is answered
 * @param after where the page before ended; null from the oldest on
 * @param most how many at most
 */
public record Backlog(
    String federation,
    Set<GrantState> states,
    List<String> programmes,
    @Nullable Place after,
    int most) {

  /** A place in the order by age; the id decides among those of one instant. */
  public record Place(Instant since, String id) {}

  /** Copies the sets. */
  public Backlog {
    states = Set.copyOf(states);
    programmes = List.copyOf(programmes);
  }
}
