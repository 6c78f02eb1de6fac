package org.nuanxin.membership.member;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at.
 *
 * @param assisted whether staff applies for somebody
 * @param today in the federation's time zone
 * @param phoneVerified whether the phone is the caller's own, or staff vouches for it
 * @param consentCurrent whether the consent named is the current one
 * @param communityKnown whether the community is one of the federation's
 * @param employerAmbiguous whether the employer may be a key enterprise under another name
 * @param before the person before this application; null for somebody new
 */
record Facts(
    Person person,
    Details details,
    boolean assisted,
    LocalDate today,
    boolean phoneVerified,
    boolean consentCurrent,
    boolean communityKnown,
    boolean employerAmbiguous,
    @Nullable Member before) {

  boolean idNumberHas(IdNumber.Fault fault) {
    return IdNumber.faultOf(person.idNumber(), today).equals(Optional.of(fault));
  }
}
