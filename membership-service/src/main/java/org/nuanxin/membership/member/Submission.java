package org.nuanxin.membership.member;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.membership.union.Assignment;

/**
 * An application as it comes in, assigned and judged by the rules.
 *
 * @param actor {@link Step#APPLICANT}, or the member of staff who applies for somebody
 * @param keyHash hash of the caller and the Idempotency-Key
 * @param bodyDigest keyed digest of what was sent
 * @param failedRules the rules that did not pass; none: approved at once
 * @param membershipNumber for a person who never had one; null where it goes to review
 * @param dueAt by when a reviewer decides; null where none has to, or nobody can say
 */
public record Submission(
    Details details,
    Assignment assignment,
    String actor,
    String keyHash,
    String bodyDigest,
    List<Rule> failedRules,
    @Nullable String membershipNumber,
    @Nullable Instant dueAt,
    Instant at) {

  /** Copies the list. */
  public Submission {
    failedRules = List.copyOf(failedRules);
  }

  boolean isApproved() {
    return failedRules.isEmpty();
  }

  String number() {
    return Objects.requireNonNull(membershipNumber, "an approved submission brings a number");
  }
}
