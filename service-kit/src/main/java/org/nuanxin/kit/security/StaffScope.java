package org.nuanxin.kit.security;

import java.util.List;

/**
 * Whose data staff may see in a service that knows of a member only the path of the union: its ids
 * from the federation's root down, as {@code MemberJoined} tells it.
 */
public final class StaffScope {

  private StaffScope() {}

  /** Whether the caller sees every member of the own federation. */
  public static boolean seesAll(Caller caller) {
    return caller.hasAny(Role.FEDERATION_ADMIN, Role.AUDITOR)
        || isOfUnion(caller) && caller.unions().contains(caller.federation());
  }

  /**
   * Whether the caller sees a member of the own federation.
   *
   * @param path the member's; empty where it is not known, which only {@link #seesAll} sees
   */
  public static boolean sees(Caller caller, List<String> path) {
    return seesAll(caller)
        || isOfUnion(caller) && path.stream().anyMatch(caller.unions()::contains);
  }

  private static boolean isOfUnion(Caller caller) {
    return caller.hasAny(Role.REVIEWER, Role.UNION_ADMIN);
  }
}
