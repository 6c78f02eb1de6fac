package org.nuanxin.benefits.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.benefits.grant.GrantFixtures.issuedInsurance;
import static org.nuanxin.benefits.grant.GrantFixtures.opening;
import static org.nuanxin.benefits.grant.GrantFixtures.refusedInsurance;
import static org.nuanxin.benefits.grant.GrantFixtures.waitingGift;
import static org.nuanxin.benefits.grant.GrantFixtures.waitingInsurance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nuanxin.benefits.parallel.Parallel;
import org.nuanxin.benefits.programme.Programme;
import org.nuanxin.benefits.testing.TestMember;
import org.nuanxin.benefits.testing.TestProgrammes;

/** What every store of grants guarantees. */
public abstract class GrantsContract {

  private static final Instant NOW = Instant.parse("2026-11-24T01:05:00Z");
  private static final Instant LATER = NOW.plusSeconds(20);
  private static final String INSURANCE = Programme.ACCIDENT_INSURANCE;

  private final TestMember member = TestMember.someone();

  /** The store. */
  protected abstract Grants grants();

  @Nested
  class Opening {

    @Test
    void answersEveryFieldAsItWasStored() {
      Grant issued = issuedInsurance(member, NOW);
      Grant waiting = waitingInsurance(TestMember.someone(), NOW);
      Grant refused = refusedInsurance(TestMember.someone(), NOW);

      grants().open(List.of(issued, waiting, refused));

      assertThat(grants().find(issued.id())).contains(issued);
      assertThat(grants().find(waiting.id())).contains(waiting);
      assertThat(grants().find(refused.id())).contains(refused);
    }

    @Test
    void keepsWhatIsThereAndAnswersThat() {
      Grant first = issuedInsurance(member, NOW);
      Grant second = issuedInsurance(member, LATER);
      Grant other = issuedInsurance(TestMember.someone(), NOW);
      grants().open(List.of(first));

      assertThat(grants().open(List.of(other, second))).containsExactly(other, first);
    }

    @Test
    void storesOneOfManyAtOnce() {
      ConcurrentLinkedQueue<Grant> answers = new ConcurrentLinkedQueue<>();

      Parallel.each(
          20,
          20,
          i -> answers.addAll(grants().open(List.of(issuedInsurance(member, NOW.plusMillis(i))))));

      assertThat(Set.copyOf(answers)).hasSize(1);
    }
  }

  @Nested
  class Saving {

    @Test
    void succeedsForOneOfManyWhoSawTheSame() {
      Grant issued = issuedInsurance(member, NOW);
      grants().open(List.of(issued));
      AtomicInteger saved = new AtomicInteger();

      Parallel.each(
          20,
          20,
          i -> {
            Grant after = i % 2 == 0 ? issued.use(NOW) : issued.leave(NOW, NOW);
            saved.addAndGet(grants().save(issued, after) ? 1 : 0);
          });

      assertThat(saved).hasValue(1);
    }

    @Test
    void keepsNewEventsUntilTheyAreSent() {
      Grant waiting = waitingInsurance(member, NOW);
      grants().open(List.of(waiting));
      Grant reserved = grants().claim(INSURANCE, Work.WAITING, NOW, LATER, 5).getFirst();

      assertThat(grants().save(reserved, reserved.issue("POL9", NOW))).isTrue();

      Grant stored = grants().find(waiting.id()).orElseThrow();
      assertThat(stored.state()).isEqualTo(GrantState.ISSUED);
      assertThat(stored.reference()).isEqualTo("POL9");
      assertThat(stored.waiting()).isNull();
      assertThat(stored.version()).isEqualTo(2);
    }

    @Test
    void leavesANewPhoneAlone() {
      Grant issued = issuedInsurance(member, NOW);
      grants().open(List.of(issued));
      grants().relink(INSURANCE, member.id(), new org.nuanxin.benefits.grant.Opening.Owner("n", 9));

      assertThat(grants().save(issued, issued.use(NOW))).isTrue();

      assertThat(grants().ofPhone("460200", "n")).hasSize(1);
    }
  }

  @Nested
  class Claiming {

    @Test
    void givesAGrantToOneOfManyWorkers() {
      List<Grant> waiting = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        waiting.add(waitingInsurance(TestMember.someone(), NOW));
      }
      grants().open(waiting);
      ConcurrentLinkedQueue<String> claimed = new ConcurrentLinkedQueue<>();

      Parallel.each(
          12,
          12,
          i ->
              grants()
                  .claim(INSURANCE, Work.WAITING, NOW, LATER, 10)
                  .forEach(grant -> claimed.add(grant.id().toString())));

      assertThat(claimed).doesNotHaveDuplicates();
      assertThat(grants().claim(INSURANCE, Work.WAITING, NOW, LATER, 100))
          .hasSize(40 - claimed.size());
      assertThat(grants().claim(INSURANCE, Work.WAITING, NOW, LATER, 100)).isEmpty();
    }

    @Test
    void isFreeAgainWhenTheLeaseEnds() {
      grants().open(List.of(waitingInsurance(member, NOW)));
      Grant lost = grants().claim(INSURANCE, Work.WAITING, NOW, LATER, 5).getFirst();

      Grant again =
          grants().claim(INSURANCE, Work.LAPSED, LATER, LATER.plusSeconds(20), 5).getFirst();

      assertThat(again.state()).isEqualTo(GrantState.RESERVED);
      assertThat(lost.task().unsure()).isFalse();
      assertThat(again.task().unsure()).isTrue();
      assertThat(grants().save(lost, lost.issue("LATE", LATER))).isFalse();
      assertThat(grants().save(again, again.issue("POL1", LATER))).isTrue();
    }

    @Test
    void keepsLapsedClaimsApartFromThoseWhoWait() {
      grants().open(List.of(waitingInsurance(member, NOW)));

      assertThat(grants().claim(INSURANCE, Work.LAPSED, NOW, LATER, 5)).isEmpty();
      grants().claim(INSURANCE, Work.WAITING, NOW, LATER, 5);
      assertThat(grants().claim(INSURANCE, Work.LAPSED, LATER.minusMillis(1), LATER, 5)).isEmpty();
      assertThat(grants().claim(INSURANCE, Work.WAITING, LATER, LATER, 5)).isEmpty();
      assertThat(grants().claim(INSURANCE, Work.LAPSED, LATER, LATER, 5)).hasSize(1);
    }

    @Test
    void takesTheOldestFirst() {
      Grant young = waitingInsurance(TestMember.someone(), NOW);
      Grant old = waitingInsurance(TestMember.someone(), NOW.minusSeconds(60));
      grants().open(List.of(young, old));

      assertThat(grants().claim(INSURANCE, Work.WAITING, NOW, LATER, 1))
          .extracting(Grant::id)
          .containsExactly(old.id());
    }

    @Test
    void keepsEndedGrantsApartFromWaitingOnes() {
      Grant issued = issuedInsurance(member, NOW);
      grants().open(List.of(issued));
      grants().save(issued, issued.leave(NOW, NOW));

      assertThat(grants().claim(INSURANCE, Work.WAITING, NOW, LATER, 5)).isEmpty();
      Grant ended = grants().claim(INSURANCE, Work.ENDED, NOW, LATER, 5).getFirst();
      assertThat(ended.state()).isEqualTo(GrantState.CANCELLED);
      assertThat(grants().save(ended, ended.surrendered())).isTrue();
      assertThat(grants().claim(INSURANCE, Work.ENDED, LATER, LATER, 5)).isEmpty();

      grants().surrenderAgain(Set.of(issued.id()), NOW);
      assertThat(grants().claim(INSURANCE, Work.ENDED, NOW, LATER, 5))
          .extracting(Grant::task)
          .allMatch(task -> task.unsure() && task.attempts() == 0)
          .hasSize(1);
    }

    @Test
    void tellsWhetherAnyWaits() {
      assertThat(grants().anyWaiting(INSURANCE)).isFalse();
      grants().open(List.of(waitingInsurance(member, NOW)));
      assertThat(grants().anyWaiting(INSURANCE)).isTrue();
      grants().claim(INSURANCE, Work.WAITING, NOW, LATER, 5);
      assertThat(grants().anyWaiting(INSURANCE)).isTrue();
    }
  }

  @Nested
  class Finding {

    @Test
    void findsAMembersGrantsOfEveryPeriodAndNobodyElses() {
      TestMember almost = new TestMember(member.id() + "0", "+8613800000000");
      Grant mine = issuedInsurance(member, NOW);
      Grant second =
          Beginning.issued(
              org.nuanxin.benefits.grant.Opening.of(
                  TestProgrammes.INSURANCE, member.joined(2, NOW), 4, null),
              "P2",
              NOW);
      Grant gift = Beginning.issued(opening(TestProgrammes.GIFT, member, NOW), "C", NOW);
      grants().open(List.of(mine, second, gift, issuedInsurance(almost, NOW)));

      assertThat(grants().ofMembers(INSURANCE, List.of(member.id())))
          .containsExactlyInAnyOrder(mine, second);
      assertThat(grants().withIds(List.of(mine.id(), gift.id())))
          .containsExactlyInAnyOrder(mine, gift);
      assertThat(grants().ofPhone("460200", member.phoneIndex()))
          .containsExactly(mine, second, gift);
      assertThat(grants().ofPhone("110000", member.phoneIndex())).isEmpty();
      assertThat(grants().ofMember("460200", member.id())).containsExactly(mine, second, gift);
      assertThat(grants().ofMember("110000", member.id())).isEmpty();
    }

    @Test
    void followsTheNewestPhoneOnly() {
      grants().open(List.of(issuedInsurance(member, NOW)));
      grants().relink(INSURANCE, member.id(), new org.nuanxin.benefits.grant.Opening.Owner("b", 7));
      grants().relink(INSURANCE, member.id(), new org.nuanxin.benefits.grant.Opening.Owner("a", 5));

      assertThat(grants().ofPhone("460200", "b")).hasSize(1);
      assertThat(grants().ofPhone("460200", "a")).isEmpty();
    }
  }

  @Nested
  class Listing {

    private static final String FEDERATION = "460200";
    private static final List<String> BOTH = List.of(INSURANCE, Programme.WELCOME_GIFT);
    private static final Set<GrantState> STUCK = Set.of(GrantState.WAITING, GrantState.FAILED);

    private List<Grant> page(Set<GrantState> states, Backlog.@Nullable Place after, int most) {
      return grants().backlog(new Backlog(FEDERATION, states, BOTH, after, most));
    }

    @Test
    void givesTheOldestFirstWhateverItsStateAndProgramme() {
      Grant third = waitingInsurance(TestMember.someone(), NOW);
      Grant first = waitingGift(TestMember.someone(), NOW.minusSeconds(9));
      Grant second = refusedInsurance(TestMember.someone(), NOW.minusSeconds(5));
      Grant issued = issuedInsurance(TestMember.someone(), NOW.minusSeconds(99));
      grants().open(List.of(third, issued, first, second));

      assertThat(page(STUCK, null, 9)).containsExactly(first, second, third);
      assertThat(page(Set.of(GrantState.FAILED), null, 9)).containsExactly(second);
      assertThat(grants().backlog(new Backlog(FEDERATION, STUCK, List.of(INSURANCE), null, 9)))
          .containsExactly(second, third);
      assertThat(grants().backlog(new Backlog("110000", STUCK, BOTH, null, 9))).isEmpty();
    }

    @Test
    void goesOnAfterAPlaceAlsoAmongThoseOfOneInstant() {
      List<Grant> all = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        all.add(refusedInsurance(TestMember.someone(), NOW.plusSeconds(i / 4)));
      }
      grants().open(all);

      List<Grant> seen = new ArrayList<>();
      Backlog.Place after = null;
      for (List<Grant> page = page(STUCK, after, 2);
          !page.isEmpty();
          page = page(STUCK, after, 2)) {
        List<Grant> shown = page.subList(0, Math.min(2, page.size()));
        seen.addAll(shown);
        Grant last = shown.getLast();
        after = new Backlog.Place(last.failure().at(), last.id().toString());
      }

      assertThat(seen).containsExactlyInAnyOrderElementsOf(all).doesNotHaveDuplicates();
      assertThat(page(STUCK, null, 2)).hasSize(3);
    }

    @Test
    void findsARefusalThatCameAfterWaiting() {
      grants().open(List.of(waitingInsurance(member, NOW)));
      Grant reserved = grants().claim(INSURANCE, Work.WAITING, NOW, LATER, 5).getFirst();
      grants().save(reserved, reserved.fail("REFUSED_BY_PROVIDER", LATER));

      assertThat(page(STUCK, null, 9))
          .extracting(Grant::failure)
          .containsExactly(new Failure("REFUSED_BY_PROVIDER", LATER));
    }

    @Test
    void forgetsWhoGotIt() {
      grants().open(List.of(waitingInsurance(member, NOW)));
      Grant reserved = grants().claim(INSURANCE, Work.WAITING, NOW, LATER, 5).getFirst();
      assertThat(page(Set.of(GrantState.RESERVED), null, 9)).hasSize(1);
      assertThat(grants().countWaiting(FEDERATION, INSURANCE)).isEqualTo(1);

      grants().save(reserved, reserved.issue("POL1", LATER));

      assertThat(page(Set.of(GrantState.RESERVED), null, 9)).isEmpty();
      assertThat(grants().countWaiting(FEDERATION, INSURANCE)).isZero();
    }

    @Test
    void countsWhoWaitsInOneFederationForOneProgramme() {
      grants()
          .open(
              List.of(
                  waitingInsurance(member, NOW),
                  waitingGift(member, NOW),
                  refusedInsurance(TestMember.someone(), NOW)));

      assertThat(grants().countWaiting(FEDERATION, INSURANCE)).isEqualTo(1);
      assertThat(grants().countWaiting("110000", INSURANCE)).isZero();
    }

    @Test
    void countsThemByWhatTheyWaitFor() {
      grants()
          .open(
              List.of(
                  waitingInsurance(member, NOW),
                  waitingInsurance(TestMember.someone(), NOW),
                  issuedInsurance(TestMember.someone(), NOW),
                  waitingGift(member, NOW),
                  refusedInsurance(TestMember.someone(), NOW)));
      // One that a worker is trying still waits.
      grants().claim(INSURANCE, Work.WAITING, NOW, LATER, 1);

      assertThat(grants().countWaitingByReason(FEDERATION, INSURANCE))
          .isEqualTo(Map.of(WaitingReason.PROVIDER_UNAVAILABLE, 2L));
      assertThat(grants().countWaitingByReason(FEDERATION, Programme.WELCOME_GIFT))
          .isEqualTo(Map.of(WaitingReason.OUT_OF_STOCK, 1L));
      assertThat(grants().countWaitingByReason(FEDERATION, Programme.HEALTH_CHECK)).isEmpty();
      assertThat(grants().countWaitingByReason("110000", INSURANCE)).isEmpty();
    }
  }
}
