package org.nuanxin.benefits.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nuanxin.benefits.programme.Programme;
import org.nuanxin.benefits.testing.TestMember;
import org.nuanxin.benefits.testing.TestProgrammes;
import org.nuanxin.events.GrantCancelled;
import org.nuanxin.events.GrantIssued;
import org.nuanxin.events.GrantWaiting;
import org.nuanxin.kit.event.StoredEvent;

class GrantTest {

  private static final Instant NOW = Instant.parse("2026-11-24T01:05:00Z");
  private final TestMember member = TestMember.someone();

  @Nested
  class AtItsBeginning {

    @Test
    void freezesItsFirstEventUnderItsOwnIdentity() {
      Grant grant = GrantFixtures.issuedInsurance(member, NOW);

      assertThat(grant.first().id()).isEqualTo(member.id() + ":ACCIDENT_INSURANCE:1-1");
      assertThat(grant.first().key()).isEqualTo(member.id());
      assertThat(grant.first().sequence()).isEqualTo(grant.version()).isEqualTo(1);
      assertThat(grant.outbox()).isEmpty();
      assertThat(grant.first().event())
          .isInstanceOfSatisfying(
              GrantIssued.class,
              issued -> {
                assertThat(issued.reference()).isEqualTo("POL1");
                assertThat(issued.validFrom()).isEqualTo(NOW);
                assertThat(issued.validUntil()).isEqualTo("2027-11-24T01:05:00Z");
                assertThat(issued.contents()).containsExactly("意外伤害保险一年");
              });
    }

    @Test
    void speaksTheLanguageOfTheMemberOrTheDefaultOne() {
      Programme programme = TestProgrammes.INSURANCE;

      assertThat(programme.contentsIn("en")).containsExactly("Accident insurance");
      assertThat(programme.contentsIn("fr")).isEqualTo(programme.contentsIn("zh-CN"));
    }

    @Test
    void saysWhyItWaitsAndUntilWhen() {
      Grant grant = GrantFixtures.waitingInsurance(member, NOW);

      assertThat(grant.first().event())
          .isInstanceOfSatisfying(
              GrantWaiting.class,
              waiting -> {
                assertThat(waiting.reason()).isEqualTo("PROVIDER_UNAVAILABLE");
                assertThat(waiting.expectedBy()).isEqualTo(NOW.plusSeconds(60));
              });
    }
  }

  @Nested
  class MovingOn {

    private final Grant waiting = GrantFixtures.waitingInsurance(member, NOW);

    @Test
    void countsOnlyEventsInItsVersion() {
      Grant later = waiting.waitAgain(NOW.plusSeconds(1), true).waitAgain(NOW, false);
      Grant issued = later.issue("POL2", NOW.plusSeconds(5));

      assertThat(later.version()).isEqualTo(1);
      assertThat(later.task().attempts()).isEqualTo(2);
      assertThat(later.task().unsure()).isTrue();
      assertThat(issued.version()).isEqualTo(2);
      assertThat(issued.outbox()).extracting(StoredEvent::sequence).containsExactly(2L);
      assertThat(issued.waiting()).isNull();
      assertThat(issued.task()).isEqualTo(Task.NONE);
      assertThat(issued.first()).isEqualTo(waiting.first());
    }

    @Test
    void saysWhyAndSinceWhenItIsRefused() {
      Grant refused = waiting.waitAgain(NOW, false).fail("REFUSED_BY_PROVIDER", NOW.plusSeconds(9));

      assertThat(refused.failure())
          .isEqualTo(new Failure("REFUSED_BY_PROVIDER", NOW.plusSeconds(9)));
      assertThat(refused.waiting()).isNull();
      assertThat(refused.task()).isEqualTo(new Task(null, 1, false, null, false));
      assertThat(refused.leave(NOW, NOW)).isEqualTo(refused);
    }

    @Test
    void expiresForAReaderWhenItsValidityEnds() {
      Grant issued = GrantFixtures.issuedInsurance(member, NOW);
      Instant end = Instant.parse("2027-11-24T01:05:00Z");

      assertThat(issued.stateAt(end.minusMillis(1))).isEqualTo(GrantState.ISSUED);
      assertThat(issued.stateAt(end)).isEqualTo(GrantState.EXPIRED);
    }
  }

  @Nested
  class Leaving {

    @Test
    void endsWhatIsIssuedAndKeepsItsEvent() {
      Grant ended = GrantFixtures.issuedInsurance(member, NOW).leave(NOW.plusSeconds(9), NOW);

      assertThat(ended.state()).isEqualTo(GrantState.CANCELLED);
      assertThat(ended.task().due()).isEqualTo(NOW);
      assertThat(ended.eventsOfLeaving()).containsExactly(ended.end());
      assertThat(ended.eventsOfLeaving().getFirst().sequence()).isEqualTo(2);
      assertThat(ended.leave(NOW.plusSeconds(99), NOW)).isEqualTo(ended);
    }

    @Test
    void sendsWhatIsStillPendingBeforeItsOwnEvent() {
      Grant issuedLater = GrantFixtures.waitingInsurance(member, NOW).issue("POL1", NOW);

      assertThat(issuedLater.leave(NOW, NOW).eventsOfLeaving())
          .extracting(StoredEvent::sequence)
          .containsExactly(2L, 3L);
    }

    @Test
    void keepsWhatIsUsedOrExpired() {
      Grant issued = GrantFixtures.issuedInsurance(member, NOW);
      Grant used = issued.use(NOW);
      Instant later = NOW.plus(Duration.ofDays(400));

      assertThat(used.leave(NOW, NOW)).isEqualTo(used);
      assertThat(issued.leave(later, later)).isEqualTo(issued);
    }

    @Test
    void beginsAsEndedWhereTheJoiningWasNotSeenYet() {
      Opening mark = GrantFixtures.opening(TestProgrammes.GIFT, member, NOW);
      Grant ended = Beginning.ended(mark, NOW, NOW);

      assertThat(ended.first().event()).isInstanceOf(GrantCancelled.class);
      assertThat(ended.eventsOfLeaving()).containsExactly(ended.first());
      assertThat(ended.leave(NOW, NOW)).isEqualTo(ended);
    }
  }

  @Nested
  class Retrying {

    private final RetrySchedule schedule =
        new RetrySchedule(Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(20));

    @Test
    void doublesTheWaitUpToTheLongestWithChance() {
      for (int failures : new int[] {0, 1, 5, 6, 20, 1_000}) {
        long wait = Math.min(60_000, 1_000L << Math.min(failures, 20));
        assertThat(Duration.between(NOW, schedule.next(failures, NOW)).toMillis())
            .isBetween(wait / 2, wait * 3 / 2);
      }
    }
  }

  @Nested
  class Identity {

    @Test
    void isReadFromTheTextItIsWrittenAs() {
      GrantId id = new GrantId("m1", "WELCOME_GIFT", "once");

      assertThat(GrantId.parse(id.toString())).contains(id);
      assertThat(GrantId.parse("m1:WELCOME_GIFT")).isEmpty();
      assertThat(GrantId.parse(":a:b")).isEmpty();
      assertThat(GrantId.parse("a:b:c:d")).isEmpty();
    }
  }
}
