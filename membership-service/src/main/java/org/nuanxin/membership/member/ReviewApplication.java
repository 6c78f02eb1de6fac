package org.nuanxin.membership.member;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nuanxin.membership.union.Union;
import org.nuanxin.membership.union.UnionTree;

/**
 * A reviewer decides about an application. Of several who decide at once one gets through; the
 * others learn who it was.
 */
public final class ReviewApplication {

  /**
   * Who decides, about what.
   *
   * @param account the reviewer's account
   * @param covers whether the reviewer may decide for a union
   */
  public record Reviewer(String federation, String account, Predicate<String> covers) {}

  private final Members members;
  private final MembershipNumbers numbers;
  private final UnionTree unions;
  private final Clock clock;

  /** Decides over these members. */
  public ReviewApplication(
      Members members, MembershipNumbers numbers, UnionTree unions, Clock clock) {
    this.members = members;
    this.numbers = numbers;
    this.unions = unions;
    this.clock = clock;
  }

  /**
   * Approves.
   *
   * @param otherUnion the union the reviewer picked instead of the application's; null to keep that
   * @return empty when there is no such application within the reviewer's unions
   * @throws Refusal when it is not in review
   */
  public Optional<Member> approve(
      Reviewer reviewer,
      String applicationId,
      @Nullable String reason,
      @Nullable Union otherUnion) {
    Instant now = clock.instant();
    // Leased ahead of the read: a number that is not used is a gap, which is allowed.
    String number = numbers.next(reviewer.federation(), now);
    return decide(
        reviewer,
        applicationId,
        member ->
            member.approve(
                reviewer.account(),
                reason,
                new Approval(number, otherUnion == null ? unionOf(member) : otherUnion, otherUnion),
                now));
  }

  /**
   * Refuses.
   *
   * @return empty when there is no such application within the reviewer's unions
   * @throws Refusal when it is not in review
   */
  public Optional<Member> reject(Reviewer reviewer, String applicationId, Rejection why) {
    return decide(
        reviewer, applicationId, member -> member.reject(reviewer.account(), why, clock.instant()));
  }

  /**
   * Gives it back for correction.
   *
   * @return empty when there is no such application within the reviewer's unions
   * @throws Refusal when it is not in review
   */
  public Optional<Member> giveBack(Reviewer reviewer, String applicationId, ToCorrect what) {
    return decide(
        reviewer,
        applicationId,
        member -> member.returnFor(reviewer.account(), what, clock.instant()));
  }

  private Optional<Member> decide(
      Reviewer reviewer, String applicationId, UnaryOperator<Member> decision) {
    return ChangeMember.of(members, () -> load(reviewer, applicationId), decision);
  }

  private Optional<Member> load(Reviewer reviewer, String applicationId) {
    return Application.memberOf(applicationId)
        .flatMap(id -> members.find(reviewer.federation(), id))
        .filter(member -> isCovered(reviewer, member, applicationId));
  }

  private static boolean isCovered(Reviewer reviewer, Member member, String applicationId) {
    Optional<Application> application =
        member.applications().stream()
            .filter(each -> each.id().equals(applicationId))
            .filter(each -> reviewer.covers().test(each.unionId()))
            .findFirst();
    if (application.isPresent() && !application.get().equals(member.current())) {
      boolean decided = application.get().decision().isPresent();
      throw new Refusal(
          decided ? Refusal.Kind.ALREADY_DECIDED : Refusal.Kind.NOT_IN_REVIEW, application.get());
    }
    return application.isPresent();
  }

  private Union unionOf(Member member) {
    return unions
        .union(member.current().unionId())
        .orElseThrow(() -> new IllegalStateException("An application's union is not in the tree"));
  }
}
