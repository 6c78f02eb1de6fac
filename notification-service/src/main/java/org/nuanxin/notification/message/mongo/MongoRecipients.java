package org.nuanxin.notification.message.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.nuanxin.kit.mongo.DuplicateKeys;
import org.nuanxin.notification.message.InboxChanges;
import org.nuanxin.notification.message.Recipient;
import org.nuanxin.notification.message.Recipients;

/**
 * Recipients by member id, found by phone index. Nearly all are new and are inserted; only those
 * that are there already cost a conditional update.
 */
public final class MongoRecipients implements Recipients {

  /** Name of the collection. */
  public static final String COLLECTION = "recipients";

  private static final String PHONE_INDEX = "phone";
  private static final String FEDERATION = "f";

  /** Keyed blind index of the phone. */
  static final String PHONE = "p";

  private static final String SEQUENCE = "s";
  private static final String SINCE = "at";

  private final MongoCollection<BsonDocument> recipients;

  /** Works on that collection of the service's database. */
  public MongoRecipients(MongoDatabase database) {
    this.recipients = database.getCollection(COLLECTION, BsonDocument.class);
  }

  /** Creates the index by phone. */
  public static void createIndexes(MongoDatabase database) {
    database
        .getCollection(COLLECTION)
        .createIndex(Indexes.ascending(PHONE), new IndexOptions().name(PHONE_INDEX));
  }

  @Override
  public void bind(List<Recipient> batch) {
    Collection<Recipient> latest = latestOfEach(batch);
    if (latest.isEmpty()) {
      return;
    }
    List<Recipient> wanted = List.copyOf(latest);
    try {
      recipients.insertMany(
          wanted.stream().map(MongoRecipients::document).toList(),
          new InsertManyOptions().ordered(false));
    } catch (MongoBulkWriteException e) {
      if (e.getWriteConcernError() != null
          || !e.getWriteErrors().stream().allMatch(DuplicateKeys::is)) {
        throw e;
      }
      renew(e.getWriteErrors().stream().map(error -> wanted.get(error.getIndex())).toList());
    }
  }

  private static Collection<Recipient> latestOfEach(List<Recipient> batch) {
    Map<String, Recipient> latest = LinkedHashMap.newLinkedHashMap(batch.size());
    for (Recipient recipient : batch) {
      latest.merge(
          recipient.memberId(),
          recipient,
          (known, other) -> other.sequence() > known.sequence() ? other : known);
    }
    return latest.values();
  }

  /** The sequence in the condition is the guard: what is newer stays. */
  private void renew(List<Recipient> known) {
    recipients.bulkWrite(
        known.stream()
            .map(recipient ->
                new UpdateOneModel<BsonDocument>(
                    and(eq("_id", recipient.memberId()), lt(SEQUENCE, recipient.sequence())),
                    Updates.combine(
                        Updates.set(PHONE, recipient.phoneIndex()),
                        Updates.set(SEQUENCE, recipient.sequence()),
                        Updates.set(SINCE, recipient.since()))))
            .toList(),
        new BulkWriteOptions().ordered(false));
  }

  @Override
  public Optional<String> memberOf(String federation, String phoneIndex) {
    return Optional.ofNullable(
            recipients
                .find(and(eq(PHONE, phoneIndex), eq(FEDERATION, federation)))
                .sort(Sorts.descending(SINCE))
                .first())
        .map(document -> document.getString("_id").getValue());
  }

  private static BsonDocument document(Recipient recipient) {
    return new BsonDocument("_id", new BsonString(recipient.memberId()))
        .append(FEDERATION, new BsonString(recipient.federation()))
        .append(PHONE, new BsonString(recipient.phoneIndex()))
        .append(SEQUENCE, new BsonInt64(recipient.sequence()))
        .append(SINCE, new BsonDateTime(recipient.since().toEpochMilli()));
  }

  /** Tells whose phone a stored recipient's is. */
  static void tell(BsonDocument document, InboxChanges.Listener listener) {
    listener.bound(
        document.getString("_id").getValue(),
        document.getString(FEDERATION).getValue(),
        document.getString(PHONE).getValue());
  }
}
