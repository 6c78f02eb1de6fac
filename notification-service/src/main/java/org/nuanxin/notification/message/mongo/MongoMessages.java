package org.nuanxin.notification.message.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.consume.Effects;
import org.nuanxin.notification.message.Message;
import org.nuanxin.notification.message.MessageId;
import org.nuanxin.notification.message.Messages;

/** The inboxes in one collection; a member's inbox is a range of the primary index. */
public final class MongoMessages implements Messages {

  /** Name of the collection. */
  public static final String COLLECTION = "messages";

  private static final String AGE_INDEX = "age";

  /** Name of the index of those that wait for an SMS. */
  public static final String SMS_INDEX = "sms_due";

  private static final int OTHER_OPTIONS = 85;

  private final MongoCollection<BsonDocument> messages;
  private final Counter stored;

  /** Works on that collection of the service's database. */
  public MongoMessages(MongoDatabase database, MeterRegistry meters) {
    this.messages = database.getCollection(COLLECTION, BsonDocument.class);
    this.stored = meters.counter("nuanxin.inbox.stored");
  }

  /**
   * Creates the indexes: one that forgets old messages, one of the few that wait for an SMS.
   *
   * @param retention how long a message is kept
   */
  public static void createIndexes(MongoDatabase database, Duration retention) {
    MongoCollection<?> collection = database.getCollection(COLLECTION);
    collection.createIndex(
        Indexes.ascending(MessageDocuments.SMS_DUE),
        new IndexOptions()
            .name(SMS_INDEX)
            .partialFilterExpression(exists(MessageDocuments.SMS_DUE)));
    try {
      collection.createIndex(
          Indexes.ascending(MessageDocuments.AT),
          new IndexOptions().name(AGE_INDEX).expireAfter(retention.toSeconds(), TimeUnit.SECONDS));
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != OTHER_OPTIONS) {
        throw e;
      }
      // The retention was changed since the index was made.
      database.runCommand(
          new Document("collMod", COLLECTION)
              .append(
                  "index",
                  new Document("name", AGE_INDEX)
                      .append("expireAfterSeconds", retention.toSeconds())));
    }
  }

  @Override
  public void store(List<Message> batch) {
    if (!batch.isEmpty()) {
      Effects.insertOrLoad(
          messages,
          batch.stream().map(MessageDocuments::of).toList(),
          document -> document.getString("_id").getValue());
      stored.increment(batch.size());
    }
  }

  @Override
  public List<Message> newest(String memberId, @Nullable MessageId before, int limit) {
    return newest(ofMember(memberId, end(memberId, before)), limit);
  }

  @Override
  public List<Message> newestOf(
      String federation, String memberId, @Nullable MessageId before, int limit) {
    return newest(
        and(ofMember(memberId, end(memberId, before)), eq(MessageDocuments.FEDERATION, federation)),
        limit);
  }

  private static String end(String memberId, @Nullable MessageId before) {
    return before == null ? MessageId.end(memberId) : before.text();
  }

  private List<Message> newest(Bson which, int limit) {
    return messages
        .find(which)
        .sort(Sorts.descending("_id"))
        .limit(limit)
        .map(MessageDocuments::message)
        .into(new ArrayList<>());
  }

  @Override
  public long unread(String memberId, int most) {
    return messages.countDocuments(unreadOf(memberId), new CountOptions().limit(most));
  }

  @Override
  public boolean markRead(String memberId, MessageId id) {
    return messages
            .updateOne(
                and(eq("_id", id.text()), eq(MessageDocuments.MEMBER, memberId)),
                Updates.set(MessageDocuments.READ, true))
            .getMatchedCount()
        == 1;
  }

  @Override
  public void markAllRead(String memberId) {
    messages.updateMany(unreadOf(memberId), Updates.set(MessageDocuments.READ, true));
  }

  private static Bson unreadOf(String memberId) {
    return and(ofMember(memberId, MessageId.end(memberId)), ne(MessageDocuments.READ, true));
  }

  /** The member's part of the primary index, up to an id; with the shard key, to ask one shard. */
  private static Bson ofMember(String memberId, String end) {
    return and(
        eq(MessageDocuments.MEMBER, memberId),
        gt("_id", MessageId.prefix(memberId)),
        lt("_id", end),
        // While versions run side by side, a kind of the next one is left to the next one.
        MessageDocuments.ofKnownKind());
  }
}
