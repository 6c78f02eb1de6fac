package org.nuanxin.identity.session.messaging;

import io.micrometer.core.instrument.Counter;
import java.util.List;
import org.nuanxin.events.MemberPhoneChanged;
import org.nuanxin.identity.session.EndFormerSessions;
import org.nuanxin.identity.session.PhoneChange;
import org.nuanxin.kit.consume.BatchHandler;
import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.kit.event.StoredEvent;

/**
 * Members with another phone: who had its number before is signed out, and so is whoever is signed
 * in by the number that was left for it. Where a number was taken away and given to nobody, the
 * event holds in the new one's place what no session's index equals ({@code none:} and the member's
 * id), so it needs no case of its own.
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
    ended.increment(endFormerSessions.of(batch.stream().map(PhonesChanged::change).toList()));
    return List.of();
  }

  private static PhoneChange change(ReceivedEvent event) {
    MemberPhoneChanged changed = event.as(MemberPhoneChanged.class);
    return new PhoneChange(
        changed.federation(),
        changed.phoneIndex(),
        changed.formerPhoneIndex(),
        changed.changedAt());
  }
}
