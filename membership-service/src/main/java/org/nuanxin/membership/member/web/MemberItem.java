package org.nuanxin.membership.member.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.pii.Masked;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Membership;
import org.nuanxin.membership.member.MembershipState;
import org.nuanxin.membership.member.Person;
import org.nuanxin.membership.union.Occupation;

/**
 * A member in a list, personal data masked. Of somebody who has applied and never joined {@code
 * membershipNumber}, {@code state} and {@code joinedAt} are null.
 */
record MemberItem(
    String memberId,
    @Nullable String membershipNumber,
    @Nullable MembershipState state,
    String name,
    String phone,
    MemberUnion union,
    Occupation occupation,
    @Nullable Instant joinedAt) {

  /** The union somebody belongs to, or has applied to. */
  record MemberUnion(String id, String name) {}

  static MemberItem of(Member member, Person person, String unionName) {
    Membership membership = member.membership();
    return new MemberItem(
        member.id(),
        membership == null ? null : membership.number(),
        membership == null ? null : membership.state(),
        Masked.name(person.name()),
        Masked.phone(person.phone()),
        new MemberUnion(member.unionId(), unionName),
        member.current().details().occupation(),
        membership == null ? null : membership.joining().joinedAt());
  }
}
