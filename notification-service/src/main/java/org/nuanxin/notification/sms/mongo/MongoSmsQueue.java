package org.nuanxin.notification.sms.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.conversions.Bson;
import org.nuanxin.notification.message.Sms;
import org.nuanxin.notification.message.mongo.MessageDocuments;
import org.nuanxin.notification.message.mongo.MongoMessages;
import org.nuanxin.notification.sms.PendingSms;
import org.nuanxin.notification.sms.SmsQueue;

/**
 * The queue inside the messages themselves: a field says when the SMS is due, and a partial index
 * over it holds only the few that wait. No document of its own, so nothing to keep in step.
 */
public final class MongoSmsQueue implements SmsQueue {

  private static final String ATTEMPTS = "n";
  private static final String UNSURE = "u";

  private final MongoCollection<BsonDocument> messages;

  /** Works on the messages of the service's database. */
  public MongoSmsQueue(MongoDatabase database) {
    this.messages = database.getCollection(MongoMessages.COLLECTION, BsonDocument.class);
  }

  @Override
  public List<PendingSms> due(Instant now, int limit) {
    return messages
        .find(lte(MessageDocuments.SMS_DUE, now))
        .sort(Sorts.ascending(MessageDocuments.SMS_DUE))
        .hintString(MongoMessages.SMS_INDEX)
        .limit(limit)
        .map(MongoSmsQueue::pending)
        .into(new ArrayList<>());
  }

  private static PendingSms pending(BsonDocument document) {
    return new PendingSms(
        MessageDocuments.message(document),
        document.getInt32(ATTEMPTS, new BsonInt32(0)).getValue(),
        document.getBoolean(UNSURE, BsonBoolean.FALSE).getValue());
  }

  @Override
  public void settle(List<Settled> settled) {
    Map<Bson, List<String>> byChange = new LinkedHashMap<>();
    for (Settled each : settled) {
      byChange
          .computeIfAbsent(change(each), change -> new ArrayList<>())
          .add(each.sms().message().id().text());
    }
    List<UpdateManyModel<BsonDocument>> writes = new ArrayList<>();
    byChange.forEach((change, ids) ->
        writes.add(
            new UpdateManyModel<>(and(in("_id", ids), exists(MessageDocuments.SMS_DUE)), change)));
    if (!writes.isEmpty()) {
      messages.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
  }

  private static Bson change(Settled settled) {
    return switch (settled) {
      case Settled.Sent s -> ended(Sms.SENT);
      case Settled.Failed s -> ended(Sms.FAILED);
      case Settled.Expired s -> ended(Sms.EXPIRED);
      case Settled.Postponed s ->
          Updates.combine(
              Updates.set(MessageDocuments.SMS_DUE, s.until()),
              Updates.set(UNSURE, s.unsure()),
              Updates.inc(ATTEMPTS, 1));
    };
  }

  private static Bson ended(Sms state) {
    return Updates.combine(
        Updates.set(MessageDocuments.SMS, state.name()),
        Updates.unset(MessageDocuments.SMS_DUE),
        Updates.unset(UNSURE),
        Updates.unset(ATTEMPTS));
  }

  @Override
  public long waiting() {
    // A range, unlike a mere exists, is counted in the index alone.
    return messages.countDocuments(
        gte(MessageDocuments.SMS_DUE, Instant.EPOCH),
        new CountOptions().hintString(MongoMessages.SMS_INDEX));
  }
}
