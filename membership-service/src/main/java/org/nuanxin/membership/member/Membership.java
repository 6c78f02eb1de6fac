package org.nuanxin.membership.member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A person's membership.
 *
 * @param number the number on the card; the same after leaving and joining again
 * @param joinings the latest {@value #BOUND} at most, oldest first; never empty
 */
public record Membership(
    MembershipState state, String number, String unionId, List<Joining> joinings) {

  static final int BOUND = 10;

  /** Copies the list. */
  public Membership {
    joinings = List.copyOf(joinings);
  }

  /** The latest joining. */
  public Joining joining() {
    return joinings.getLast();
  }

  static Membership first(String number, String unionId, String applicationId, Instant at) {
    return new Membership(
        MembershipState.ACTIVE, number, unionId, List.of(new Joining(1, applicationId, at, null)));
  }

  Membership again(String newUnion, String applicationId, Instant at) {
    List<Joining> all = new ArrayList<>(joinings);
    all.add(new Joining(joining().ordinal() + 1, applicationId, at, null));
    return new Membership(
        MembershipState.ACTIVE,
        number,
        newUnion,
        all.subList(Math.max(0, all.size() - BOUND), all.size()));
  }

  Membership left(Instant at) {
    List<Joining> all = new ArrayList<>(joinings);
    Joining last = all.removeLast();
    all.add(new Joining(last.ordinal(), last.applicationId(), last.joinedAt(), at));
    return new Membership(MembershipState.LEFT, number, unionId, all);
  }
}
