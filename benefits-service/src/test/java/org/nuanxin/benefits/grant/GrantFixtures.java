package org.nuanxin.benefits.grant;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.nuanxin.benefits.programme.Programme;
import org.nuanxin.benefits.testing.TestMember;
import org.nuanxin.benefits.testing.TestProgrammes;
import org.nuanxin.events.MemberLeft;
import org.nuanxin.kit.security.TestTokens;

/** Grants, joinings and leaves of made-up members. */
public final class GrantFixtures {

  private GrantFixtures() {}

  /** What a first joining opens. */
  public static Opening opening(Programme programme, TestMember member, Instant at) {
    return Opening.of(programme, member.joined(1, at), 2, null);
  }

  /** An issued insurance. */
  public static Grant issuedInsurance(TestMember member, Instant at) {
    return Beginning.issued(opening(TestProgrammes.INSURANCE, member, at), "POL1", at);
  }

  /** An insurance that waits for its insurer. */
  public static Grant waitingInsurance(TestMember member, Instant at) {
    return Beginning.waiting(
        opening(TestProgrammes.INSURANCE, member, at),
        new Waiting(WaitingReason.PROVIDER_UNAVAILABLE, at, at.plusSeconds(60)),
        at,
        false);
  }

  /** An insurance that the insurer refused. */
  public static Grant refusedInsurance(TestMember member, Instant at) {
    return Beginning.refused(
        opening(TestProgrammes.INSURANCE, member, at), "REFUSED_BY_PROVIDER", at);
  }

  /** A gift that waits for stock. */
  public static Grant waitingGift(TestMember member, Instant at) {
    return Beginning.waiting(
        opening(TestProgrammes.GIFT, member, at),
        new Waiting(WaitingReason.OUT_OF_STOCK, at, null),
        at,
        false);
  }

  /** A reserved grant, issued. */
  public static Grant issue(Grant reserved, String reference, Instant at) {
    return reserved.issue(reference, at);
  }

  /** A joining that was just told. */
  public static Joining joining(TestMember member, int ordinal) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new Joining(member.joined(ordinal, now), 2, now, null);
  }

  /** A leave. */
  public static Leaving leaving(TestMember member, int ordinal) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new Leaving(
        new MemberLeft(
            TestTokens.FEDERATION, member.id(), ordinal, member.phoneIndex(), "zh-CN", now),
        5,
        null);
  }
}
