package org.nuanxin.notification.sms.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.nuanxin.notification.message.Sms;
import org.nuanxin.notification.message.mongo.MessageDocuments;
import org.nuanxin.notification.message.mongo.MongoMessages;
import org.nuanxin.notification.sms.PendingSms;
import org.nuanxin.notification.sms.SmsQueue;

/**
 * The queue inside the messages themselves: a field says when the SMS is due, and a partial index
 * over it holds only the few that wait. No document of its own, so nothing to keep in step. A claim
 * moves that field on and marks the message, so it needs no undoing after a crash.
 */
public final class MongoSmsQueue implements SmsQueue {

  private static final String ATTEMPTS = "n";
  private static final String UNSURE = "u";
  private static final String CLAIM = "c";
  private static final int MOST_COUNTED = 100_000;

  private final MongoCollection<BsonDocument> messages;

  /** Works on the messages of the service's database. */
  public MongoSmsQueue(MongoDatabase database) {
    this.messages = database.getCollection(MongoMessages.COLLECTION, BsonDocument.class);
  }

  @Override
  public List<PendingSms> due(Instant now, int limit) {
    return messages
        .find(and(lte(MessageDocuments.SMS_DUE, now), MessageDocuments.ofKnownKind()))
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
        document.getBoolean(UNSURE, BsonBoolean.FALSE).getValue(),
        document.getString(CLAIM, new BsonString("")).getValue());
  }

  @Override
  public List<PendingSms> claim(List<PendingSms> due, Instant now, Instant until) {
    if (due.isEmpty()) {
      return List.of();
    }
    List<String> ids = due.stream().map(MongoSmsQueue::id).toList();
    List<String> unsure = due.stream().filter(PendingSms::unsure).map(MongoSmsQueue::id).toList();
    String claim = new ObjectId().toHexString();
    long claimed =
        messages
            .updateMany(
                and(
                    in("_id", ids),
                    lte(MessageDocuments.SMS_DUE, now),
                    or(ne(UNSURE, true), in("_id", unsure))),
                Updates.combine(
                    Updates.set(MessageDocuments.SMS_DUE, until),
                    Updates.set(UNSURE, true),
                    Updates.set(CLAIM, claim)),
                new UpdateOptions().hintString("_id_"))
            .getMatchedCount();
    // Only when another sender was at the same messages does it take a look at which are ours.
    Set<String> ours = claimed == ids.size() ? Set.copyOf(ids) : claimedBy(claim, ids);
    return due.stream()
        .filter(sms -> ours.contains(id(sms)))
        .map(sms -> new PendingSms(sms.message(), sms.attempts(), sms.unsure(), claim))
        .toList();
  }

  private Set<String> claimedBy(String claim, List<String> ids) {
    return messages
        .find(and(in("_id", ids), eq(CLAIM, claim)))
        .projection(Projections.include("_id"))
        .map(document -> document.getString("_id").getValue())
        .into(new HashSet<>());
  }

  private static String id(PendingSms sms) {
    return sms.message().id().text();
  }

  @Override
  public void settle(List<Settled> settled) {
    Map<Write, List<String>> idsByWrite = new LinkedHashMap<>();
    for (Settled each : settled) {
      idsByWrite.computeIfAbsent(write(each), write -> new ArrayList<>()).add(id(each.sms()));
    }
    List<UpdateManyModel<BsonDocument>> writes = new ArrayList<>();
    idsByWrite.forEach((write, ids) ->
        writes.add(new UpdateManyModel<>(and(in("_id", ids), write.condition), write.change)));
    if (!writes.isEmpty()) {
      messages.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }
  }

  private record Write(Bson condition, Bson change) {}

  private static Write write(Settled settled) {
    return switch (settled) {
      case Settled.Sent s -> ended(Sms.SENT);
      case Settled.Failed s -> ended(Sms.FAILED);
      case Settled.Expired s -> ended(Sms.EXPIRED);
      case Settled.Postponed s -> again(s.sms(), s.until(), s.unsure(), 1);
      case Settled.Broken s -> again(s.sms(), s.until(), s.unsure(), 1);
      case Settled.Untried s -> again(s.sms(), s.due(), s.sms().unsure(), 0);
    };
  }

  private static Write again(PendingSms sms, Instant due, boolean unsure, int attempts) {
    return new Write(
        eq(CLAIM, sms.claim()),
        Updates.combine(
            Updates.set(MessageDocuments.SMS_DUE, due),
            Updates.set(UNSURE, unsure),
            Updates.set(ATTEMPTS, sms.attempts() + attempts),
            Updates.unset(CLAIM)));
  }

  private static Write ended(Sms state) {
    return new Write(
        exists(MessageDocuments.SMS_DUE),
        Updates.combine(
            Updates.set(MessageDocuments.SMS, state.name()),
            Updates.unset(MessageDocuments.SMS_DUE),
            Updates.unset(UNSURE),
            Updates.unset(ATTEMPTS),
            Updates.unset(CLAIM)));
  }

  @Override
  public long waiting() {
    // A range, unlike a mere exists, is counted in the index alone.
    return messages.countDocuments(
        gte(MessageDocuments.SMS_DUE, Instant.EPOCH),
        new CountOptions().hintString(MongoMessages.SMS_INDEX).limit(MOST_COUNTED));
  }
}
