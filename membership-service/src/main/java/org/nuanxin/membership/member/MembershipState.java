package org.nuanxin.membership.member;

/** Where a membership stands. */
public enum MembershipState {
  /** A member with all rights. */
  ACTIVE,
  /** Rights rest for a while. */
  SUSPENDED,
  /** Ended by itself. */
  LAPSED,
  /** The member left. */
  LEFT,
  /** The union ended it. */
  EXPELLED,
  /** The member died. */
  DECEASED;

  /** Whether the person is still in the union, so that nobody can join a second time. */
  public boolean isStanding() {
    return this == ACTIVE || this == SUSPENDED;
  }
}
