package org.nuanxin.membership.member;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a person does about their own application and membership. */
public final class OwnAffairs {

  private final Members members;
  private final Identities identities;
  private final Clock clock;

  /** About these members. */
  public OwnAffairs(Members members, Identities identities, Clock clock) {
    this.members = members;
    this.identities = identities;
    this.clock = clock;
  }

  /**
   * Takes the open application back.
   *
   * @return empty when the phone has no such application
   * @throws Refusal when it is not open
   */
  public Optional<Member> withdraw(String federation, String phoneIndex, String applicationId) {
    return ChangeMember.of(
        members,
        () ->
            members
                .withPhone(federation, phoneIndex)
                .filter(member ->
                    member.applications().stream()
                        .anyMatch(each -> each.id().equals(applicationId)))
                .filter(member -> isCurrent(member, applicationId)),
        member -> member.withdraw(clock.instant()));
  }

  /**
   * Leaves the union; leaving a second time changes nothing.
   *
   * @return empty when nobody has this phone
   * @throws Refusal when the person never joined, or the membership ended otherwise
   */
  public Optional<Member> leave(String federation, String phoneIndex) {
    try {
      return ChangeMember.of(
          members,
          () -> members.withPhone(federation, phoneIndex),
          member -> member.leave(clock.instant()));
    } catch (Refusal e) {
      Optional<Member> asIs = members.withPhone(federation, phoneIndex).filter(OwnAffairs::hasLeft);
      if (asIs.isEmpty()) {
        throw e;
      }
      return asIs;
    }
  }

  /**
   * Takes another phone, which the caller has proved to hold.
   *
   * @param phone in E.164
   * @return empty when nobody has the old phone
   * @throws Members.Taken when another person has the new one
   */
  public Optional<Member> changePhone(String federation, String oldPhoneIndex, String phone) {
    return ChangeMember.of(
        members,
        () -> members.withPhone(federation, oldPhoneIndex),
        member -> {
          List<String> phones = identities.phoneIndexes(phone);
          Person before = identities.open(member.id(), member.identity());
          Person after = before.withPhone(phone);
          return member.changePhone(
              identities.seal(member.id(), after, member.identity().ids(), phones),
              clock.instant());
        });
  }

  private static boolean isCurrent(Member member, String applicationId) {
    if (!member.current().id().equals(applicationId)) {
      throw new Refusal(
          Refusal.Kind.NOT_OPEN,
          member.applications().stream()
              .filter(each -> each.id().equals(applicationId))
              .findFirst()
              .orElseThrow());
    }
    return true;
  }

  private static boolean hasLeft(Member member) {
    return member.joined().filter(each -> each.state() == MembershipState.LEFT).isPresent();
  }
}
