package org.nuanxin.identity.session.messaging;

import io.micrometer.core.instrument.Counter;
import java.util.List;
import org.nuanxin.events.MemberPhoneChanged;
import org.nuanxin.identity.session.EndFormerSessions;
import org.nuanxin.identity.session.PhoneGiven;
import org.nuanxin.kit.consume.BatchHandler;
import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.kit.event.StoredEvent;

/**
 * Members with another phone: who had its number before is signed out. Where a number was taken
 * away and given to nobody, the event holds what no session's index equals ({@code none:} and the
 * member's id), so it ends none and needs no case of its own.
 */
final class PhonesChanged implements BatchHandler {

  private final EndFormerSessions endFormerSessions;
  private final Counter ended;

  PhonesChanged(EndFormerSessions endFormerSessions, Counter ended) {
    this.endFormerSessions = endFormerSessions;
    this.ended = ended;
  }

  @Override
  public List<StoredEvent> handle(List<ReceivedEvent> batch) {
    ended.increment(endFormerSessions.of(batch.stream().map(PhonesChanged::given).toList()));
    return List.of();
  }

  private static PhoneGiven given(ReceivedEvent event) {
    MemberPhoneChanged changed = event.as(MemberPhoneChanged.class);
    return new PhoneGiven(changed.federation(), changed.phoneIndex(), changed.changedAt());
  }
}
