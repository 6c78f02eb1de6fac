package org.nuanxin.membership.member;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step in an application's history.
 *
 * @param actor {@value #APPLICANT}, {@value #RULES}, or the account of a member of staff
 * @param reason in words, or the names of the rules that did not pass; null where none was given
 * @param fields what was to be corrected, by field name
 */
public record Step(
    Instant at, String actor, Action action, @Nullable String reason, List<String> fields) {

  /** What was done. */
  public enum Action {
    /** The application came in. */
    SUBMITTED,
    /** A rule did not pass, so a reviewer looks at it. */
    SENT_TO_REVIEW,
    /** Every rule passed, or a reviewer agreed. */
    APPROVED,
    /** A reviewer gave it back for correction. */
    RETURNED,
    /** The applicant corrected it. */
    RESUBMITTED,
    /** A reviewer refused it. */
    REJECTED,
    /** The applicant took it back. */
    WITHDRAWN
  }

  /** Actor: the person who applies. */
  public static final String APPLICANT = "applicant";

  /** Actor: the rules of auto-review. */
  public static final String RULES = "rules";

  /** Between the names of the rules in a reason. */
  static final String BETWEEN_RULES = ", ";

  /** Copies the list. */
  public Step {
    fields = List.copyOf(fields);
  }

  static Step of(Instant at, String actor, Action action) {
    return new Step(at, actor, action, null, List.of());
  }

  static Step of(Instant at, String actor, Action action, @Nullable String reason) {
    return new Step(at, actor, action, reason, List.of());
  }
}
