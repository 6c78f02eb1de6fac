package org.nuanxin.membership.member.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.kit.web.Violations;
import org.nuanxin.membership.member.Applying;
import org.nuanxin.membership.member.Identities;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Step;
import org.nuanxin.membership.union.UnionTree;

/** Makes a valid application out of a request and its caller. */
final class Applicants {

  private static final int HASH_BYTES = 16;

  private final ApplicationCheck check;
  private final Identities identities;
  private final Scope scope;
  private final UnionTree unions;
  private final String federation;

  Applicants(
      ApplicationCheck check,
      Identities identities,
      Scope scope,
      UnionTree unions,
      String federation) {
    this.check = check;
    this.identities = identities;
    this.scope = scope;
    this.unions = unions;
    this.federation = federation;
  }

  /**
   * Checks who applies, for whom, and with what.
   *
   * @throws ProblemException 403 when the role may not apply, 400 with every field that is wrong
   */
  Applying applying(Caller caller, String key, ApplicationRequest request) {
    boolean assisted = !caller.has(Role.WORKER);
    if (assisted && !caller.hasAny(Role.REVIEWER, Role.UNION_ADMIN, Role.STATION_KEEPER)) {
      throw ProblemException.forbidden("Your role may not apply for others.");
    }
    if (!caller.federation().equals(federation)) {
      throw ProblemException.forbidden("This is another federation's service.");
    }
    Violations violations = new Violations();
    ApplicationCheck.Valid valid = check.check(request, violations).orElse(null);
    if (valid == null) {
      violations.throwIfAny();
      throw new IllegalStateException("What is not valid has a violation");
    }
    List<String> phones = identities.phoneIndexes(valid.person().phone());
    if (assisted) {
      requireScope(caller, valid, violations);
    } else {
      violations.check(
          caller.phoneIndex() != null && phones.contains(caller.phoneIndex()),
          "phone",
          "PHONE_NOT_VERIFIED",
          "must be the number you signed in with");
    }
    violations.throwIfAny();
    return new Applying(
        federation,
        valid.person(),
        phones,
        valid.details(),
        assisted ? caller.subject() : Step.APPLICANT,
        keyHash(caller, key),
        true,
        member -> mayKnow(caller, member));
  }

  private void requireScope(Caller caller, ApplicationCheck.Valid valid, Violations violations) {
    if (caller.hasAny(Role.REVIEWER, Role.UNION_ADMIN)) {
      String union =
          unions
              .assign(
                  valid.details().occupation(),
                  valid.details().employer(),
                  valid.details().communityCode())
              .union()
              .id();
      if (!scope.mayDecide(caller, union)
          && !scope.mayDecide(caller, valid.details().communityCode())) {
        throw ProblemException.forbidden("The applicant's union is not one of yours.");
      }
      return;
    }
    violations.check(
        caller.station() != null && caller.station().equals(valid.details().stationCode()),
        "stationCode",
        "NOT_YOUR_STATION",
        "must be your own station");
  }

  private boolean mayKnow(Caller caller, Member member) {
    return caller.has(Role.WORKER)
        ? member.hasPhone(caller.phoneIndex())
        : scope.mayRead(caller, member) || scope.mayRead(caller, member, member.current());
  }

  /** One caller's keys never meet another's. */
  private static String keyHash(Caller caller, String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(caller.subject().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(hash, HASH_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
