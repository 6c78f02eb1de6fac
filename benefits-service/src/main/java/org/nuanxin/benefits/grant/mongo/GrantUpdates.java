package org.nuanxin.benefits.grant.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonNull;
import org.bson.codecs.Codec;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;
import org.nuanxin.benefits.grant.Grant;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.outbox.Outbox;
import org.nuanxin.kit.outbox.OutboxFull;

/** Turns two states of a grant into a conditional update. */
final class GrantUpdates {

  /** Set once when the grant begins, or by somebody else, such as the relay and a new phone. */
  private static final Set<String> UNTOUCHED =
      Set.of(
          GrantFields.ID,
          GrantFields.FEDERATION,
          GrantFields.PROGRAMME,
          GrantFields.JOINING,
          GrantFields.PHONE_INDEX,
          GrantFields.PHONE_SEQUENCE,
          GrantFields.UNION_PATH,
          GrantFields.LANGUAGE,
          GrantFields.CONTENTS,
          GrantFields.FROM,
          GrantFields.UNTIL,
          GrantFields.TRACEPARENT,
          GrantFields.FIRST);

  private static final EncoderContext ENCODER = EncoderContext.builder().build();

  private final Codec<Grant> grants;
  private final Codec<StoredEvent> events;
  private final Clock clock;

  GrantUpdates(Codec<Grant> grants, Codec<StoredEvent> events, Clock clock) {
    this.grants = grants;
    this.events = events;
    this.clock = clock;
  }

  /** The guard: nobody has moved, claimed or wished to cancel it since it was read. */
  Bson expected(Grant before) {
    var task = before.task();
    return and(
        eq(GrantFields.ID, before.id().toString()),
        eq(Outbox.VERSION, before.version()),
        eq(GrantFields.STATE, before.state().name()),
        // Null matches a field that is not there.
        task.claim() == null
            ? eq(GrantFields.CLAIM, BsonNull.VALUE)
            : eq(GrantFields.CLAIM, task.claim()),
        task.cancelRequested()
            ? eq(GrantFields.CANCEL_REQUESTED, true)
            : eq(GrantFields.CANCEL_REQUESTED, BsonNull.VALUE));
  }

  Bson of(Grant before, Grant after) {
    BsonDocument was = document(before);
    BsonDocument set = document(after);
    BsonDocument unset = new BsonDocument();
    was.keySet().stream()
        .filter(field -> !set.containsKey(field))
        .forEach(field -> unset.append(field, BsonNull.VALUE));
    BsonDocument update = new BsonDocument();
    List<StoredEvent> fresh = after.outbox().subList(before.outbox().size(), after.outbox().size());
    if (!fresh.isEmpty()) {
      if (after.outbox().size() > Outbox.BOUND) {
        throw new OutboxFull();
      }
      BsonArray pushed = new BsonArray();
      fresh.forEach(event -> pushed.add(document(event)));
      update.append("$push", new BsonDocument(Outbox.EVENTS, new BsonDocument("$each", pushed)));
      // Sets it where nothing was pending; keeps the older time where something was.
      update.append(
          "$min", new BsonDocument(Outbox.PENDING_SINCE, new BsonDateTime(clock.millis())));
    }
    update.append("$set", set);
    if (!unset.isEmpty()) {
      update.append("$unset", unset);
    }
    return update;
  }

  private BsonDocument document(Grant grant) {
    BsonDocument document = new BsonDocument();
    grants.encode(new BsonDocumentWriter(document), grant, ENCODER);
    document.keySet().removeAll(UNTOUCHED);
    return document;
  }

  private BsonDocument document(StoredEvent event) {
    BsonDocument document = new BsonDocument();
    events.encode(new BsonDocumentWriter(document), event, ENCODER);
    return document;
  }
}
