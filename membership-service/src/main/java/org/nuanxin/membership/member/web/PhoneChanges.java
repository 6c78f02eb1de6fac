package org.nuanxin.membership.member.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.pii.PhoneNumbers;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.kit.web.Violations;
import org.nuanxin.membership.member.Identities;
import org.nuanxin.membership.member.OwnAffairs;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Changing the phone. Codes are identity's, so the proof is what identity gives to whoever holds
 * the new phone: a token, sent beside the caller's own.
 */
final class PhoneChanges {

  /**
   * The new phone.
   *
   * @param phone in any usual form
   * @param newPhoneToken an access token that was issued for the new phone
   */
  record PhoneChange(@Nullable String phone, @Nullable String newPhoneToken) {}

  private final OwnAffairs own;
  private final Identities identities;
  private final JwtDecoder tokens;

  PhoneChanges(OwnAffairs own, Identities identities, JwtDecoder tokens) {
    this.own = own;
    this.identities = identities;
    this.tokens = tokens;
  }

  /**
   * Changes it.
   *
   * @throws ProblemException 400 when the phone or its proof is wrong, 404 when the caller has no
   *     record
   */
  void change(Caller caller, PhoneChange request) {
    Violations violations = new Violations();
    violations.require("phone", request.phone());
    violations.require("newPhoneToken", request.newPhoneToken());
    violations.throwIfAny();
    Optional<String> phone = Optional.ofNullable(request.phone()).flatMap(PhoneNumbers::toE164);
    violations.check(
        phone.isPresent(), "phone", "PHONE_FORMAT", "must be a mobile number of mainland China");
    violations.throwIfAny();
    String e164 = phone.orElseThrow();
    violations.check(
        isProved(caller, e164, String.valueOf(request.newPhoneToken())),
        "newPhoneToken",
        "PHONE_NOT_VERIFIED",
        "must be a valid token of the new phone");
    violations.throwIfAny();
    Conflicts.told(() ->
        Optional.ofNullable(caller.phoneIndex())
            .flatMap(index -> own.changePhone(caller.federation(), index, e164))
            .orElseThrow(ProblemException::notFound));
  }

  private boolean isProved(Caller caller, String phone, String token) {
    try {
      Jwt proof = tokens.decode(token);
      List<String> indexes = identities.phoneIndexes(phone);
      return caller.federation().equals(proof.getClaims().getOrDefault("federation", ""))
          && (indexes.contains(proof.getClaimAsString("phone_index"))
              || isNumber(proof.getClaimAsString("phone_number"), phone));
    } catch (JwtException e) {
      return false;
    }
  }

  private static boolean isNumber(@Nullable String claim, String phone) {
    return claim != null && PhoneNumbers.toE164(claim).filter(phone::equals).isPresent();
  }
}
