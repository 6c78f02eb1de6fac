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
 * @param fieldReasons why each of these was; empty where the reason is about all
 * @param code why it was refused; null where that was not said by one
 */
public record Step(
    Instant at,
    String actor,
    Action action,
    @Nullable String reason,
    List<String> fields,
    List<FieldReason> fieldReasons,
    @Nullable RejectionCode code) {

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

  /** Copies the lists. */
  public Step {
    fields = List.copyOf(fields);
    fieldReasons = List.copyOf(fieldReasons);
  }

  static Step of(Instant at, String actor, Action action) {
    return of(at, actor, action, null);
  }

  static Step of(Instant at, String actor, Action action, @Nullable String reason) {
    return new Step(at, actor, action, reason, List.of(), List.of(), null);
  }

  static Step returned(Instant at, String actor, ToCorrect what, Language language) {
    return new Step(
        at,
        actor,
        Action.RETURNED,
        what.reasonIn(language),
        what.fields(),
        what.fieldReasons(),
        null);
  }

  static Step rejected(Instant at, String actor, Rejection why) {
    return new Step(at, actor, Action.REJECTED, why.reason(), List.of(), List.of(), why.code());
  }

  /**
   * All that was said, in one text: what the code means, the reason, and of the fields' reasons
   * those that it does not tell already. Null where nothing was said.
   */
  public @Nullable String told(Language language) {
    StringBuilder text = new StringBuilder();
    if (code != null && code.saysWhy()) {
      add(text, code.in(language), language);
    }
    if (reason != null) {
      add(text, reason, language);
    }
    List<FieldReason> untold =
        fieldReasons.stream().filter(each -> reason == null || !each.isIn(reason)).toList();
    if (!untold.isEmpty()) {
      add(text, FieldReason.joined(untold, language), language);
    }
    return text.isEmpty() ? null : text.toString();
  }

  private static void add(StringBuilder text, String words, Language language) {
    if (!text.isEmpty()) {
      text.append(FieldReason.NEXT.in(language.tag()));
    }
    text.append(words);
  }
}
