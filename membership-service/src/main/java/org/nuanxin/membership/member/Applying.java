package org.nuanxin.membership.member;

import java.util.List;
import java.util.function.Predicate;

/**
 * A valid application, and who makes it.
 *
 * @param phones blind indexes of the phone
 * @param actor {@link Step#APPLICANT}, or the account of the member of staff who applies for
 *     somebody
 * @param keyHash hash of the caller and the Idempotency-Key
 * @param phoneVerified whether the caller proved to hold the phone, or vouches for it as staff
 * @param mayKnow whether the caller may learn of a person who is there already
 */
public record Applying(
    String federation,
    Person person,
    List<String> phones,
    Details details,
    String actor,
    String keyHash,
    boolean phoneVerified,
    Predicate<Member> mayKnow) {

  boolean isAssisted() {
    return !actor.equals(Step.APPLICANT);
  }

  /** What makes two requests the same request. */
  String content() {
    return String.join(
        "\n",
        person.name(),
        person.idNumber(),
        person.phone(),
        details.occupation().name(),
        String.join("\t", details.platforms()),
        String.valueOf(details.employer()),
        details.communityCode(),
        String.valueOf(details.stationCode()),
        details.consentVersion(),
        details.language().tag());
  }
}
