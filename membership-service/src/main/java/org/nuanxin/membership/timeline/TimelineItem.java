package org.nuanxin.membership.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step on a worker's page.
 *
 * @param id names the step: what comes later about the same step replaces it
 * @param type such as {@code grant.issued}
 * @param at when it happened; of a step that is only expected, since when
 * @param expectedBy by when it should have happened; null where it has, or nobody can say
 * @param reason in words, where it failed, is late or waits
 * @param source the service it comes from
 */
public record TimelineItem(
    String id,
    String type,
    Instant at,
    String title,
    Status status,
    @Nullable Instant expectedBy,
    @Nullable String reason,
    String source) {

  /** Whether a step has happened. */
  public enum Status {
    /** It has. */
    DONE,
    /** It will. */
    EXPECTED,
    /** It should have. */
    LATE,
    /** It will not. */
    FAILED
  }
}
