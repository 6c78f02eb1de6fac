package org.nuanxin.membership.member.web;

import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.kit.web.Violations;
import org.nuanxin.membership.access.AccessLog;
import org.nuanxin.membership.member.Identities;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.union.UnionTree;

/** Shows a person's full record to who may decide about the person and says what for. */
final class Disclosures {

  /** What somebody wants to see the record for. */
  record DisclosureRequest(@Nullable String purpose) {}

  private final Members members;
  private final Identities identities;
  private final Scope scope;
  private final AccessLog accessLog;
  private final UnionTree unions;

  Disclosures(
      Members members, Identities identities, Scope scope, AccessLog accessLog, UnionTree unions) {
    this.members = members;
    this.identities = identities;
    this.scope = scope;
    this.accessLog = accessLog;
    this.unions = unions;
  }

  /**
   * The full record; written down before it is opened.
   *
   * @throws ProblemException 404 when the person is not there or not within the caller's unions
   */
  DisclosureView disclose(Caller caller, String id, DisclosureRequest request) {
    Violations violations = new Violations();
    String purpose = Purpose.of(violations, request.purpose());
    violations.throwIfAny();
    Member member =
        members
            .find(caller.federation(), id)
            // Not mayRead: an auditor sees masked records only.
            .filter(found -> scope.mayDecide(caller, found.unionId()))
            .orElseThrow(ProblemException::notFound);
    accessLog.add(member.federation(), member.id(), caller, "record", purpose);
    return DisclosureView.of(member, identities.open(member.id(), member.identity()), unions);
  }
}
