package org.nuanxin.membership.member.mongo;

import java.time.Instant;
import org.nuanxin.events.ApplicationRejected;
import org.nuanxin.events.ApplicationResubmitted;
import org.nuanxin.events.ApplicationReturned;
import org.nuanxin.events.ApplicationSubmitted;
import org.nuanxin.events.ApplicationWithdrawn;
import org.nuanxin.events.MemberJoined;
import org.nuanxin.events.MemberLeft;
import org.nuanxin.events.MemberPhoneChanged;
import org.nuanxin.events.MembershipEvent;

/** When an event happened: each says it itself. */
final class EventTime {

  private EventTime() {}

  static Instant of(MembershipEvent event) {
    return switch (event) {
      case ApplicationSubmitted e -> e.submittedAt();
      case ApplicationReturned e -> e.returnedAt();
      case ApplicationResubmitted e -> e.resubmittedAt();
      case ApplicationRejected e -> e.rejectedAt();
      case ApplicationWithdrawn e -> e.withdrawnAt();
      case MemberJoined e -> e.joinedAt();
      case MemberLeft e -> e.leftAt();
      case MemberPhoneChanged e -> e.changedAt();
    };
  }
}
