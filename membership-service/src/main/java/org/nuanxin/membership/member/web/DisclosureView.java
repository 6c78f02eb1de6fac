package org.nuanxin.membership.member.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.ApplicationState;
import org.nuanxin.membership.member.Details;
import org.nuanxin.membership.member.Joining;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Membership;
import org.nuanxin.membership.member.MembershipState;
import org.nuanxin.membership.member.Person;
import org.nuanxin.membership.union.Community;
import org.nuanxin.membership.union.Occupation;
import org.nuanxin.membership.union.Union;
import org.nuanxin.membership.union.UnionTree;

/**
 * A person's full record in clear. {@code state} and {@code membershipNumber} are null before the
 * person has joined.
 *
 * @param joinings oldest first
 * @param applications the latest, newest first
 */
record DisclosureView(
    String memberId,
    String name,
    String idNumber,
    String phone,
    String language,
    @Nullable MembershipState state,
    @Nullable String membershipNumber,
    MemberItem.MemberUnion union,
    Occupation occupation,
    List<String> platforms,
    @Nullable String employer,
    String communityCode,
    @Nullable String communityName,
    @Nullable String stationCode,
    String consentVersion,
    List<DisclosedJoining> joinings,
    List<DisclosedApplication> applications) {

  /** One time that the person joined. */
  record DisclosedJoining(Instant joinedAt, @Nullable Instant leftAt) {
    static DisclosedJoining of(Joining joining) {
      return new DisclosedJoining(joining.joinedAt(), joining.leftAt());
    }
  }

  /** One application. */
  record DisclosedApplication(String id, ApplicationState state, Instant submittedAt) {
    static DisclosedApplication of(Application application) {
      return new DisclosedApplication(
          application.id(), application.state(), application.submittedAt());
    }
  }

  /** Tells nothing but whose it is. */
  @Override
  public String toString() {
    return "DisclosureView[" + memberId + "]";
  }

  static DisclosureView of(Member member, Person person, UnionTree unions) {
    Membership membership = member.membership();
    Details details = member.current().details();
    return new DisclosureView(
        member.id(),
        person.name(),
        person.idNumber(),
        person.phone(),
        details.language().tag(),
        membership == null ? null : membership.state(),
        membership == null ? null : membership.number(),
        union(member.unionId(), unions),
        details.occupation(),
        details.platforms(),
        details.employer(),
        details.communityCode(),
        unions.community(details.communityCode()).map(Community::name).orElse(null),
        details.stationCode(),
        details.consentVersion(),
        membership == null
            ? List.of()
            : membership.joinings().stream().map(DisclosedJoining::of).toList(),
        member.applications().reversed().stream().map(DisclosedApplication::of).toList());
  }

  private static MemberItem.MemberUnion union(String id, UnionTree unions) {
    return new MemberItem.MemberUnion(
        id, unions.union(id).map(Union::name).map(name -> name.zh()).orElse(id));
  }
}
