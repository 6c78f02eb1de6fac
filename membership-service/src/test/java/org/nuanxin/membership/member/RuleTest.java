package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nuanxin.membership.calendar.WorkingCalendar;
import org.nuanxin.membership.reference.ReferenceData;
import org.nuanxin.membership.union.Occupation;
import org.nuanxin.membership.union.UnionTree;

class RuleTest {

  private static final UnionTree UNIONS = ReferenceData.unionTree();
  private static final WorkingCalendar CALENDAR =
      ReferenceData.calendar(ZoneId.of("Asia/Shanghai"), LocalTime.of(17, 30));
  private static final String OF_AGE = "11010519491231002X";

  @Test
  void passesWhateverIsPlainlyValidByDefault() {
    for (Occupation occupation : Occupation.values()) {
      assertThat(failed(Rule.DEFAULT, applying(occupation, null, Step.APPLICANT), null)).isEmpty();
    }
    assertThat(failed(Rule.DEFAULT, applying(Occupation.OTHER, "某个体户", "keeper"), null)).isEmpty();
  }

  @Test
  void leavesDoubtsToAReviewer() {
    Member refused =
        MemberFixtures.withoutRecorded(MemberFixtures.inReview())
            .reject("r", Rejection.because("x"), MemberFixtures.AT);

    assertThat(failed(Rule.DEFAULT, applying(Occupation.COURIER, "三亚海韵示例快运", Step.APPLICANT), null))
        .containsExactly(Rule.EMPLOYER_UNAMBIGUOUS);
    assertThat(failed(Rule.DEFAULT, applying(Occupation.COURIER, null, Step.APPLICANT), refused))
        .containsExactly(Rule.NOT_REFUSED_BEFORE);
  }

  @Test
  void doesNotForgetARefusalForAnApplicationThatWasWithdrawn() {
    Member refused =
        MemberFixtures.withoutRecorded(MemberFixtures.inReview())
            .reject("r", Rejection.because("x"), MemberFixtures.AT);
    Member withdrawn = withdrawnAgain(refused, 1);
    Member longAgo = withdrawnAgain(refused, Member.BOUND);
    Member neverRefused =
        withdrawnAgain(MemberFixtures.inReview().withdraw(MemberFixtures.AT), Member.BOUND - 1);

    Applying plain = applying(Occupation.COURIER, null, Step.APPLICANT);
    assertThat(failed(Rule.DEFAULT, plain, withdrawn)).containsExactly(Rule.NOT_REFUSED_BEFORE);
    assertThat(longAgo.applications()).noneMatch(each -> each.state() == ApplicationState.REJECTED);
    assertThat(failed(Rule.DEFAULT, plain, longAgo)).containsExactly(Rule.NOT_REFUSED_BEFORE);
    assertThat(failed(Rule.DEFAULT, plain, neverRefused)).isEmpty();
  }

  private static Member withdrawnAgain(Member member, int times) {
    Member now = member;
    for (int i = 0; i < times; i++) {
      now =
          MemberFixtures.withoutRecorded(now)
              .applyAgain(
                  now.identity(), MemberFixtures.submission("w", List.of(Rule.MANUAL_REVIEW)))
              .withdraw(MemberFixtures.AT);
    }
    return now;
  }

  @Test
  void followsTheConfiguration() {
    Applying plain = applying(Occupation.LIVE_STREAMER, null, Step.APPLICANT);

    assertThat(failed(Set.of(Rule.MANUAL_REVIEW), plain, null)).containsExactly(Rule.MANUAL_REVIEW);
    assertThat(
            failed(Set.of(Rule.SELF_SERVICE), applying(Occupation.COURIER, null, "keeper"), null))
        .containsExactly(Rule.SELF_SERVICE);
    assertThat(
            submission(new AutoReview(Rule.DEFAULT, Set.of(Occupation.LIVE_STREAMER)), plain, null)
                .failedRules())
        .containsExactly(Rule.MANUAL_REVIEW);
  }

  @Test
  void saysByWhenAReviewerDecidesAndTakesANumberOnlyWhereOneIsNeeded() {
    Submission reviewed =
        submission(
            new AutoReview(Set.of(Rule.MANUAL_REVIEW), Set.of()),
            applying(Occupation.COURIER, null, Step.APPLICANT),
            null);
    Submission again =
        submission(
            new AutoReview(Rule.DEFAULT, Set.of()),
            applying(Occupation.COURIER, null, Step.APPLICANT),
            MemberFixtures.joined());

    assertThat(reviewed.dueAt()).isEqualTo(Instant.parse("2026-11-24T09:30:00Z"));
    assertThat(reviewed.membershipNumber()).isNull();
    assertThat(again.dueAt()).isNull();
    assertThat(again.membershipNumber()).isNull();
  }

  private static List<Rule> failed(Set<Rule> rules, Applying applying, @Nullable Member before) {
    return submission(new AutoReview(rules, Set.of()), applying, before).failedRules();
  }

  private static Submission submission(
      AutoReview autoReview, Applying applying, @Nullable Member before) {
    return new Judgement(UNIONS, CALENDAR, autoReview, (of, at) -> "460200-2026-1", "2026-01")
        .submission(applying, "digest", before, MemberFixtures.AT);
  }

  private static Applying applying(Occupation occupation, @Nullable String employer, String actor) {
    return new Applying(
        "460200",
        new Person("符亚海", OF_AGE, "+8613800138000"),
        List.of("i1.phone"),
        new Details(
            occupation, List.of(), employer, "460202198001", null, "2026-01", Language.CHINESE),
        actor,
        "hash",
        true,
        member -> true);
  }
}
