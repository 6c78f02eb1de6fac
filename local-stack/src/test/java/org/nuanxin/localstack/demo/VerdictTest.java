package org.nuanxin.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.localstack.demo.Outcomes.complete;
import static org.nuanxin.localstack.demo.Outcomes.grant;
import static org.nuanxin.localstack.demo.Outcomes.grants;
import static org.nuanxin.localstack.demo.Outcomes.messages;
import static org.nuanxin.localstack.demo.Outcomes.with;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {

  @Test
  void isPerfectWhenEveryWorkerHasEverythingOnce() {
    Verdict verdict = Verdict.of(2, List.of(complete("a"), complete("b")));

    assertThat(verdict.perfect()).isTrue();
    assertThat(verdict.line()).isEqualTo("2 of 2 complete, 0 twice, 0 missing");
  }

  @Nested
  class SomethingTwice {

    static Stream<Outcome> doubled() {
      return Stream.of(
          new Outcome("a", grants("a"), messages(), 2, 1, 0),
          new Outcome("a", grants("a"), messages(), 1, 2, 0),
          new Outcome("a", grants("a"), messages(), 1, 1, 1),
          new Outcome(
              "a",
              with(grants("a"), new Grant("x", "WELCOME_GIFT", "ISSUED", null, "another ticket")),
              messages(),
              1,
              1,
              0),
          new Outcome("a", with(grants("a"), grant("a", "TRAINING", "DUE")), messages(), 1, 1, 0),
          new Outcome(
              "a",
              grants("a"),
              with(messages(), new Message("5", "MEMBER_JOINED", "welcome")),
              1,
              1,
              0));
    }

    @ParameterizedTest
    @MethodSource("doubled")
    void isCountedForTheWorkerAndKeepsItFromBeingComplete(Outcome outcome) {
      assertThat(Verdict.of(2, List.of(outcome, complete("b")))).isEqualTo(new Verdict(2, 1, 1, 0));
    }

    @Test
    void isAMembershipThatTwoWorkersShare() {
      assertThat(Verdict.of(2, List.of(complete("a"), complete("a"))))
          .isEqualTo(new Verdict(2, 1, 1, 0));
    }

    @Test
    void isATicketThatTwoWorkersShare() {
      List<Grant> stolen =
          List.of(
              grant("b", "ACCIDENT_INSURANCE", "ISSUED"),
              grant("b", "HEALTH_CHECK", "ISSUED"),
              grant("a", "WELCOME_GIFT", "ISSUED"));

      assertThat(
              Verdict.of(2, List.of(complete("a"), new Outcome("b", stolen, messages(), 1, 1, 0))))
          .isEqualTo(new Verdict(2, 1, 1, 0));
    }

    @Test
    void isNotAMessageThatTheGrantHadToWait() {
      Outcome waited =
          new Outcome(
              "a",
              grants("a"),
              with(messages(), new Message("5", "GRANT_WAITING", "gift")),
              1,
              1,
              0);

      assertThat(Verdict.of(1, List.of(waited)).perfect()).isTrue();
    }
  }

  @Nested
  class SomethingMissing {

    static Stream<Outcome> lacking() {
      return Stream.of(
          Outcome.NOTHING,
          new Outcome("a", grants("a"), messages(), 0, 1, 0),
          new Outcome("a", grants("a"), messages(), 1, 0, 0),
          new Outcome("a", grants("a").subList(0, 2), messages(), 1, 1, 0),
          new Outcome("a", grants("a"), messages().subList(0, 3), 1, 1, 0),
          new Outcome("a", grants("a"), messages().subList(1, 4), 1, 1, 0),
          new Outcome(
              "a",
              with(grants("a").subList(0, 2), grant("a", "WELCOME_GIFT", "WAITING")),
              messages(),
              1,
              1,
              0));
    }

    @ParameterizedTest
    @MethodSource("lacking")
    void isCountedForTheWorkerAndKeepsItFromBeingComplete(Outcome outcome) {
      assertThat(Verdict.of(2, List.of(outcome, complete("b")))).isEqualTo(new Verdict(2, 1, 0, 1));
    }

    @Test
    void isAlsoAWorkerWithoutAnyOutcome() {
      assertThat(Verdict.of(3, List.of(complete("a")))).isEqualTo(new Verdict(3, 1, 0, 2));
    }
  }

  @Test
  void countsAWorkerWithOneThingTwiceAndAnotherMissingAsBoth() {
    Outcome both = new Outcome("a", grants("a"), messages(), 2, 0, 0);

    assertThat(Verdict.of(1, List.of(both))).isEqualTo(new Verdict(1, 0, 1, 1));
  }

  @Test
  void isNotPerfectWithoutAnyWorkers() {
    assertThat(Verdict.of(1, List.of()).perfect()).isFalse();
  }
}
