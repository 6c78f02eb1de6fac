package org.nuanxin.membership.member.web;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.pii.Masked;
import org.nuanxin.kit.pii.PhoneNumbers;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.kit.web.Violations;
import org.nuanxin.membership.access.AccessLog;
import org.nuanxin.membership.member.RelinkPhone;

/** Checks what staff wants done about a member's phone, and has it written down before it is. */
final class PhoneLinks {

  /**
   * A number for a member.
   *
   * @param phone in any usual form
   */
  record LinkRequest(@Nullable String phone, @Nullable String purpose) {}

  /** What a number is taken away for. */
  record UnlinkRequest(@Nullable String purpose) {}

  /**
   * A member's phone as it is now.
   *
   * @param phoneMasked null where the member has none
   * @param takenFrom the member who had the number until now; null where nobody had it
   */
  record PhoneLinkView(String memberId, @Nullable String phoneMasked, @Nullable String takenFrom) {}

  private static final String WHAT = "phone";

  private final RelinkPhone relink;
  private final Scope scope;
  private final AccessLog accessLog;

  PhoneLinks(RelinkPhone relink, Scope scope, AccessLog accessLog) {
    this.relink = relink;
    this.scope = scope;
    this.accessLog = accessLog;
  }

  /**
   * Gives a number to a member.
   *
   * @throws ProblemException 400 naming what is wrong; 404 when the member is not there or not
   *     within the caller's unions
   */
  PhoneLinkView link(Caller caller, String id, LinkRequest request) {
    Violations violations = new Violations();
    String sent = request.phone();
    Optional<String> phone = Optional.ofNullable(sent).flatMap(PhoneNumbers::toE164);
    if (violations.require("phone", sent)) {
      violations.check(
          phone.isPresent(), "phone", "PHONE_FORMAT", "must be a mobile number of mainland China");
    }
    String purpose = Purpose.of(violations, request.purpose());
    violations.throwIfAny();
    String e164 = phone.orElseThrow();
    RelinkPhone.Linked linked =
        Conflicts.told(() ->
            relink.link(desk(caller, purpose), id, e164).orElseThrow(ProblemException::notFound));
    return new PhoneLinkView(linked.member().id(), Masked.phone(e164), linked.takenFrom());
  }

  /**
   * Takes a member's number away.
   *
   * @throws ProblemException 400 when the purpose is wrong; 404 when the member is not there or not
   *     within the caller's unions
   */
  PhoneLinkView unlink(Caller caller, String id, UnlinkRequest request) {
    Violations violations = new Violations();
    String purpose = Purpose.of(violations, request.purpose());
    violations.throwIfAny();
    return Conflicts.told(() ->
        relink
            .unlink(desk(caller, purpose), id)
            .map(member -> new PhoneLinkView(member.id(), null, null))
            .orElseThrow(ProblemException::notFound));
  }

  private RelinkPhone.Desk desk(Caller caller, String purpose) {
    Set<String> written = new HashSet<>();
    return new RelinkPhone.Desk(
        caller.federation(),
        member -> scope.mayDecide(caller, member.unionId()),
        member -> {
          if (written.add(member.id())) {
            accessLog.add(member.federation(), member.id(), caller, WHAT, purpose);
          }
        });
  }
}
