package org.nuanxin.membership.member.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.Details;
import org.nuanxin.membership.member.IdNumber;
import org.nuanxin.membership.member.Language;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Membership;
import org.nuanxin.membership.member.MembershipState;
import org.nuanxin.membership.member.Person;
import org.nuanxin.membership.union.UnionTree;

/**
 * What is stored about a person, in plain, for that person alone. The details are those of the
 * latest application.
 *
 * @param birthDate as the ID number says it
 * @param phone in E.164
 * @param language of messages to the person, whichever this is answered in
 * @param consentVersion the consent that was last given, at {@code consentedAt}
 * @param union the union the person belongs to, or has applied to
 * @param state null before joining, like the three that follow
 * @param leftAt null also while the membership lasts
 */
record RecordView(
    String memberId,
    String name,
    String idNumber,
    LocalDate birthDate,
    String phone,
    String occupation,
    List<String> platforms,
    ApplicationView.@Nullable EmployerView employer,
    CommunityName community,
    @Nullable String stationCode,
    String language,
    String consentVersion,
    Instant consentedAt,
    OwnUnion union,
    String applicationId,
    @Nullable MembershipState state,
    @Nullable String membershipNumber,
    @Nullable Instant joinedAt,
    @Nullable Instant leftAt) {

  /** A community or village. */
  record CommunityName(String code, String name) {}

  /** With the union by its name in this language. */
  static RecordView of(Member member, Person person, UnionTree unions, Language spoken) {
    Application application = member.current();
    Details details = application.details();
    Membership membership = member.membership();
    return new RecordView(
        member.id(),
        person.name(),
        person.idNumber(),
        IdNumber.birthDate(person.idNumber()),
        person.phone(),
        details.occupation().name(),
        details.platforms(),
        details.employer() == null ? null : new ApplicationView.EmployerView(details.employer()),
        community(details.communityCode(), unions),
        details.stationCode(),
        details.language().tag(),
        details.consentVersion(),
        application.consentedAt(),
        OwnUnion.of(member.unionId(), unions, spoken.tag()),
        application.id(),
        membership == null ? null : membership.state(),
        membership == null ? null : membership.number(),
        membership == null ? null : membership.joining().joinedAt(),
        membership == null ? null : membership.joining().leftAt());
  }

  private static CommunityName community(String code, UnionTree unions) {
    return new CommunityName(code, unions.community(code).map(each -> each.name()).orElse(code));
  }

  /** Tells nothing: it names a person. */
  @Override
  public String toString() {
    return "RecordView[...]";
  }
}
