package org.nuanxin.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.ApplicationRejected;
import org.nuanxin.events.ApplicationReturned;
import org.nuanxin.events.ApplicationSubmitted;
import org.nuanxin.events.ApplicationWithdrawn;
import org.nuanxin.events.MemberJoined;
import org.nuanxin.events.MemberLeft;
import org.nuanxin.events.MemberPhoneChanged;
import org.nuanxin.events.MembershipEvent;
import org.nuanxin.membership.reference.ReferenceData;
import org.nuanxin.membership.union.Union;

class MemberTest {

  private static final Union UNION =
      ReferenceData.unionTree().union("industry-courier").orElseThrow();

  @Nested
  class WhenEveryRulePasses {

    private final Member member = MemberFixtures.joined();

    @Test
    void submitsAndJoinsWithOneVersionForEachEvent() {
      assertThat(member.recorded())
          .extracting(MembershipEvent::getClass)
          .containsExactly(ApplicationSubmitted.class, MemberJoined.class);
      assertThat(member.version()).isEqualTo(2);
      assertThat(member.current().state()).isEqualTo(ApplicationState.APPROVED);
    }

    @Test
    void cannotBeDecidedAgain() {
      assertThatThrownBy(() -> member.reject("r", Rejection.because("x"), MemberFixtures.AT))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ALREADY_DECIDED));
    }

    @Test
    void leavesOnceAndMayJoinAgain() {
      Member left = stored(member).leave(MemberFixtures.AT);

      assertThat(left.recorded())
          .singleElement()
          .isInstanceOfSatisfying(
              MemberLeft.class, event -> assertThat(event.joiningOrdinal()).isEqualTo(1));
      assertThatThrownBy(() -> left.leave(MemberFixtures.AT)).isInstanceOf(Refusal.class);
      Member again =
          stored(left).applyAgain(left.identity(), MemberFixtures.submission("again", List.of()));
      assertThat(again.joined().orElseThrow().joining().ordinal()).isEqualTo(2);
      assertThat(again.version()).isEqualTo(5);
    }

    @Test
    void mayNotApplyWhileAMember() {
      assertThat(member.mayApply()).isFalse();
      assertThatThrownBy(
              () -> member.applyAgain(member.identity(), MemberFixtures.submission("x", List.of())))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Nested
  class WhenAReviewerHasToLook {

    private final Member member = MemberFixtures.inReview();

    @Test
    void onlySubmits() {
      assertThat(member.recorded())
          .singleElement()
          .isInstanceOfSatisfying(
              ApplicationSubmitted.class, event -> assertThat(event.inReview()).isTrue());
      assertThat(member.joined()).isEmpty();
    }

    @Test
    void joinsByApproval() {
      Member approved =
          stored(member)
              .approve(
                  "r", null, new Approval("460200-2026-0000009-1", UNION, null), MemberFixtures.AT);

      assertThat(approved.recorded()).singleElement().isInstanceOf(MemberJoined.class);
      assertThat(approved.current().decision().orElseThrow().actor()).isEqualTo("r");
    }

    @Test
    void mayApplyAgainWhenRefusedOrTakenBack() {
      Member rejected = stored(member).reject("r", Rejection.because("x"), MemberFixtures.AT);
      Member withdrawn = stored(member).withdraw(MemberFixtures.AT);

      assertThat(rejected.recorded()).singleElement().isInstanceOf(ApplicationRejected.class);
      assertThat(withdrawn.recorded()).singleElement().isInstanceOf(ApplicationWithdrawn.class);
      assertThat(List.of(rejected.mayApply(), withdrawn.mayApply(), member.mayApply()))
          .containsExactly(true, true, false);
    }

    @Test
    void isGivenBackABoundedNumberOfTimes() {
      Member at = stored(member);
      for (int i = 0; i < Application.MOST_RETURNS; i++) {
        Member returned =
            at.returnFor("r", ToCorrect.of(List.of("employer"), "x"), MemberFixtures.AT);
        assertThat(returned.recorded()).singleElement().isInstanceOf(ApplicationReturned.class);
        at =
            stored(
                stored(returned)
                    .resubmit(
                        returned.identity(),
                        returned.current().details(),
                        MemberFixtures.submission("x", List.of()).assignment(),
                        null,
                        MemberFixtures.AT));
      }
      Member last = at;

      assertThatThrownBy(
              () -> last.returnFor("r", ToCorrect.of(List.of("employer"), "x"), MemberFixtures.AT))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RETURNED_TOO_OFTEN));
    }
  }

  @Test
  void tellsOfANewPhoneWhenSomebodyAppliesAgainWithOne() {
    Member left = stored(MemberFixtures.joined()).leave(MemberFixtures.AT);

    Member again =
        stored(left)
            .applyAgain(
                MemberFixtures.withAnotherPhone(left),
                MemberFixtures.submission("again", List.of()));

    assertThat(again.recorded())
        .extracting(MembershipEvent::getClass)
        .containsExactly(MemberPhoneChanged.class, ApplicationSubmitted.class, MemberJoined.class);
    assertThat(((MemberPhoneChanged) again.recorded().getFirst()).formerPhoneIndex())
        .isEqualTo(left.identity().phoneIndex());
  }

  @Nested
  class WithAnotherPhone {

    private final Member member = stored(MemberFixtures.joined());

    @Test
    void tellsWhichNumberWasLeft() {
      MemberPhoneChanged told = told(MemberFixtures.withAnotherPhone(member));

      assertThat(told.formerPhoneIndex()).isEqualTo(member.identity().phoneIndex());
      assertThat(told.phoneIndex()).isNotEqualTo(told.formerPhoneIndex());
    }

    @Test
    void tellsItAlsoWhereThereIsNoneNow() {
      MemberPhoneChanged told = told(withPhones(Identity.noPhone(member.id())));

      assertThat(told.formerPhoneIndex()).isEqualTo(member.identity().phoneIndex());
    }

    @Test
    void leftNoneWhereThereWasNone() {
      Member without =
          stored(member.changePhone(withPhones(Identity.noPhone(member.id())), MemberFixtures.AT));

      MemberPhoneChanged told =
          (MemberPhoneChanged)
              without
                  .changePhone(MemberFixtures.withAnotherPhone(without), MemberFixtures.AT)
                  .recorded()
                  .getFirst();

      assertThat(told.formerPhoneIndex()).isNull();
    }

    @Test
    void leftNoneWhereItIsTheSameOne() {
      assertThat(told(member.identity()).formerPhoneIndex()).isNull();
      assertThat(told(withPhones(List.of("i2.new", member.identity().phoneIndex()))))
          .extracting(MemberPhoneChanged::formerPhoneIndex)
          .isNull();
    }

    @Test
    void leftNoneBySealingAnewAlthoughNoIndexIsTheSame() {
      Member sealed = member.sealAnew(withPhones(List.of("i2.new")), MemberFixtures.AT);

      assertThat(sealed.recorded())
          .containsExactly(
              new MemberPhoneChanged(
                  member.federation(), member.id(), "i2.new", null, MemberFixtures.AT));
      assertThat(sealed.version()).isEqualTo(member.version() + 1);
    }

    private Identity withPhones(List<String> phones) {
      return MemberFixtures.withPhones(member.identity(), phones);
    }

    private MemberPhoneChanged told(Identity changed) {
      return (MemberPhoneChanged)
          member.changePhone(changed, MemberFixtures.AT).recorded().getFirst();
    }
  }

  private static Member stored(Member member) {
    return MemberFixtures.withoutRecorded(member);
  }
}
