package org.nuanxin.membership.member.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.mongo.Ids;
import org.nuanxin.membership.calendar.WorkingCalendar;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.Approval;
import org.nuanxin.membership.member.Details;
import org.nuanxin.membership.member.Language;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.MemberFixtures;
import org.nuanxin.membership.member.Rejection;
import org.nuanxin.membership.member.Rule;
import org.nuanxin.membership.member.Step;
import org.nuanxin.membership.member.Submission;
import org.nuanxin.membership.member.ToCorrect;
import org.nuanxin.membership.union.Assignment;
import org.nuanxin.membership.union.Community;
import org.nuanxin.membership.union.Occupation;
import org.nuanxin.membership.union.Union;
import org.nuanxin.membership.union.UnionTree;

/**
 * Persons who applied, were approved, refused or given back, took their application back, left and
 * came again, at times of the last hundred days and up to now; the same for the same seed.
 */
final class MadeUpLives {

  private static final Duration LONGEST_AGO = Duration.ofDays(100);

  private final Random random;
  private final UnionTree unions;
  private final WorkingCalendar calendar;
  private final Instant now;

  /** What an applicant was told at last, by application. */
  final Map<String, Instant> promised = new HashMap<>();

  MadeUpLives(long seed, UnionTree unions, WorkingCalendar calendar, Instant now) {
    this.random = new Random(seed);
    this.unions = unions;
    this.calendar = calendar;
    this.now = now;
  }

  List<Member> persons(int count) {
    List<Member> persons = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      persons.add(person());
    }
    return persons;
  }

  private Member person() {
    Instant at = now.minusSeconds(random.nextLong(LONGEST_AGO.toSeconds()));
    if (random.nextInt(10) == 0) {
      // Some of today, about which there is most to tell.
      at = now.minusSeconds(random.nextLong(30_000));
    }
    String id = Ids.next(at);
    Member person = Member.apply(id, "460200", MemberFixtures.identity(id), submission(null, at));
    noteThePromise(person, at);
    int steps = random.nextInt(8);
    for (int i = 0; i < steps; i++) {
      at = at.plusSeconds(1 + random.nextLong(random.nextBoolean() ? 20_000 : 900_000));
      if (at.isAfter(now)) {
        break;
      }
      person = next(person, at);
    }
    return person;
  }

  private Member next(Member person, Instant at) {
    Application current = person.current();
    return switch (current.state()) {
      case IN_REVIEW -> decided(person, at);
      case RETURNED -> {
        Member again =
            person.resubmit(
                person.identity(),
                current.details(),
                assignment(current.details()),
                calendar.dueAt(at).orElse(null),
                at);
        noteThePromise(again, at);
        yield again;
      }
      default -> {
        if (!person.mayApply()) {
          yield person.leave(at);
        }
        Member again = person.applyAgain(person.identity(), submission(person, at));
        noteThePromise(again, at);
        yield again;
      }
    };
  }

  private Member decided(Member person, Instant at) {
    return switch (random.nextInt(8)) {
      case 0 -> person.reject("staff:r", Rejection.because("不在本市从业"), at);
      case 1, 2 -> person.returnFor("staff:r", ToCorrect.of(List.of("employer"), "单位名称不一致"), at);
      case 3 -> person.withdraw(at);
      case 4 ->
          person.approve(
              "staff:r", null, new Approval(number(), union("460200"), union("460200")), at);
      default ->
          person.approve(
              "staff:r", null, new Approval(number(), union(person.current().unionId()), null), at);
    };
  }

  private Submission submission(@Nullable Member before, Instant at) {
    List<Community> communities = unions.communities();
    Occupation[] occupations = Occupation.values();
    Details details =
        new Details(
            occupations[random.nextInt(occupations.length)],
            List.of(),
            random.nextInt(5) == 0 ? "三亚海韵示例快运有限公司" : null,
            communities.get(random.nextInt(communities.size())).code(),
            null,
            "2026-01",
            Language.CHINESE);
    boolean review = random.nextInt(3) == 0;
    boolean isNew = before == null || before.membership() == null;
    return new Submission(
        details,
        assignment(details),
        Step.APPLICANT,
        "key-" + random.nextLong(),
        "body",
        review ? List.of(Rule.MANUAL_REVIEW) : List.of(),
        review || !isNew ? null : number(),
        review ? calendar.dueAt(at).orElse(null) : null,
        at);
  }

  private void noteThePromise(Member person, Instant at) {
    Instant due = person.current().dueAt();
    promised.put(person.current().id(), due == null ? at : due);
  }

  private Assignment assignment(Details details) {
    return unions.assign(details.occupation(), details.employer(), details.communityCode());
  }

  private Union union(String id) {
    return unions.union(id).orElseThrow();
  }

  private String number() {
    return "460200-2026-%07d-1".formatted(random.nextInt(10_000_000));
  }
}
