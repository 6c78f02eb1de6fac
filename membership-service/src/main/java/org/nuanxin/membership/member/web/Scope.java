package org.nuanxin.membership.member.web;

import java.util.Set;
import java.util.stream.Collectors;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.security.Role;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.union.UnionTree;

/** Which unions' people a member of staff may see or decide about. */
public final class Scope {

  private final UnionTree unions;

  /** Over this tree. */
  public Scope(UnionTree unions) {
    this.unions = unions;
  }

  /** Whether the caller may decide about applications to this union. */
  public boolean mayDecide(Caller caller, String union) {
    return caller.has(Role.FEDERATION_ADMIN)
        || (caller.hasAny(Role.REVIEWER, Role.UNION_ADMIN)
            && unions.isWithin(union, caller.unions()));
  }

  /** Whether the caller may look at people of this union. */
  public boolean mayRead(Caller caller, String union) {
    return caller.has(Role.AUDITOR) || mayDecide(caller, union);
  }

  /** Whether the caller may look at this person. */
  public boolean mayRead(Caller caller, Member member) {
    return caller.federation().equals(member.federation()) && mayRead(caller, member.unionId());
  }

  /** Whether the caller may look at this application. */
  public boolean mayRead(Caller caller, Member member, Application application) {
    return caller.federation().equals(member.federation())
        && (mayRead(caller, application.unionId()) || isOfOwnStation(caller, application));
  }

  /**
   * Whether the caller may read what this applicant sent in plain: to decide about it, so no longer
   * than there is something to decide. Afterwards there are disclosures, for a purpose that is
   * told.
   */
  boolean mayOpen(Caller caller, Member member, Application application) {
    return caller.federation().equals(member.federation())
        && application.state().isOpen()
        && mayDecide(caller, application.unionId());
  }

  /** Whether the caller sees every union of the federation. */
  public boolean isUnlimited(Caller caller) {
    return caller.hasAny(Role.FEDERATION_ADMIN, Role.AUDITOR);
  }

  /** The ids of all unions within the caller's subtrees. */
  public Set<String> unionsOf(Caller caller) {
    return caller.unions().stream()
        .flatMap(root -> unions.subtree(root).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isOfOwnStation(Caller caller, Application application) {
    return caller.has(Role.STATION_KEEPER)
        && caller.station() != null
        && caller.station().equals(application.details().stationCode());
  }
}
