package org.nuanxin.membership.member;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.nuanxin.kit.mongo.Ids;
import org.nuanxin.membership.reference.ReferenceData;
import org.nuanxin.membership.union.Occupation;
import org.nuanxin.membership.union.UnionTree;

/** Made-up persons in the states that tests speak of. */
public final class MemberFixtures {

  public static final Instant AT = Instant.parse("2026-11-24T01:05:00Z");
  private static final UnionTree UNIONS = ReferenceData.unionTree();

  private MemberFixtures() {}

  /** Somebody whom the rules approved. */
  public static Member joined() {
    return applied(UUID.randomUUID().toString(), List.of());
  }

  /** Somebody whose application waits for a reviewer. */
  public static Member inReview() {
    return applied(UUID.randomUUID().toString(), List.of(Rule.MANUAL_REVIEW));
  }

  /** Somebody new under an ID number and a phone derived from a word. */
  public static Member somebodyCalled(String word) {
    return applied(word, List.of());
  }

  /** As a store gives it back. */
  public static Member withoutRecorded(Member member) {
    return new Member(
        member.id(),
        member.federation(),
        member.version(),
        member.identity(),
        member.applications(),
        member.membership(),
        member.keys(),
        List.of());
  }

  /** The identity with a phone nobody has. */
  public static Identity withAnotherPhone(Member member) {
    return withPhones(member.identity(), List.of("i1." + UUID.randomUUID()));
  }

  /** The identity with the phone of somebody else. */
  public static Identity withPhonesOf(Member member, Member other) {
    return withPhones(member.identity(), other.identity().phones());
  }

  /** The identity with these indexes of a phone. */
  static Identity withPhones(Identity identity, List<String> phones) {
    return new Identity(
        identity.name(), identity.idNumber(), identity.phone(), identity.ids(), phones);
  }

  /** A submission that failed these rules. */
  public static Submission submission(String word, List<Rule> failed) {
    Details details =
        new Details(
            Occupation.COURIER,
            List.of("示例速递"),
            "某个体户",
            "460202198001",
            null,
            "2026-01",
            Language.CHINESE);
    return new Submission(
        details,
        UNIONS.assign(details.occupation(), details.employer(), details.communityCode()),
        Step.APPLICANT,
        "key-" + word,
        "body-" + word,
        failed,
        failed.isEmpty() ? "460200-2026-0000001-8" : null,
        failed.isEmpty() ? null : AT.plusSeconds(3600),
        AT);
  }

  /** A sealed identity made of a word. */
  public static Identity identity(String word) {
    return new Identity(
        "t1.name", "t1.id", "t1.phone", List.of("i1.id-" + word), List.of("i1.phone-" + word));
  }

  private static Member applied(String word, List<Rule> failed) {
    return Member.apply(Ids.next(AT), "460200", identity(word), submission(word, failed));
  }
}
