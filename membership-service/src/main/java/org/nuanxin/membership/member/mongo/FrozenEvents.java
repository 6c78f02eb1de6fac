package org.nuanxin.membership.member.mongo;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.nuanxin.events.MembershipEvent;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.observe.Traceparent;
import org.nuanxin.membership.member.Member;

/** The events a member recorded, fixed with id, sequence and time, as the outbox holds them. */
final class FrozenEvents {

  private FrozenEvents() {}

  static List<StoredEvent> of(Member member) {
    List<MembershipEvent> recorded = member.recorded();
    if (recorded.isEmpty()) {
      throw new IllegalArgumentException("A change without an event: " + member.id());
    }
    String traceparent = Traceparent.current();
    long sequence = member.version() - recorded.size();
    List<StoredEvent> frozen = new ArrayList<>(recorded.size());
    for (MembershipEvent event : recorded) {
      sequence++;
      frozen.add(StoredEvent.of(member.id(), sequence, EventTime.of(event), traceparent, event));
    }
    return frozen;
  }

  /** In the form that the kit's sweeper reads. */
  static BsonArray write(List<StoredEvent> events) {
    return Bson.array(events, FrozenEvents::write);
  }

  private static BsonDocument write(StoredEvent event) {
    BsonDocument document = new BsonDocument();
    document.put("i", Bson.text(event.id()));
    document.put("t", Bson.text(event.type()));
    document.put("k", Bson.text(event.key()));
    document.put("s", new BsonInt64(event.sequence()));
    document.put("at", Bson.time(event.time()));
    Bson.put(document, "tp", event.traceparent());
    document.put("d", Bson.text(event.data()));
    return document;
  }

  static StoredEvent read(BsonDocument document) {
    return new StoredEvent(
        Bson.text(document, "i"),
        Bson.text(document, "t"),
        Bson.text(document, "k"),
        document.getNumber("s").longValue(),
        Bson.time(document, "at"),
        Bson.textOrNull(document, "tp"),
        Bson.text(document, "d"));
  }
}
