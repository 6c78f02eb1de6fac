package org.nuanxin.notification.message.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

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
import java.util.ArrayList;
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
import org.nuanxin.kit.mongo.UnionPaths;
import org.nuanxin.notification.message.InboxChanges;
import org.nuanxin.notification.message.Recipient;
import org.nuanxin.notification.message.Recipient.JoinedUnion;
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
  private static final String UNION_PATH = "u";

  /** Version of the member at which the path was told, or that there is none. */
  private static final String UNION_SEQUENCE = "us";

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
      latest.merge(recipient.memberId(), recipient, Recipient::and);
    }
    return latest.values();
  }

  /** The sequences in the conditions are the guards: what is newer stays. */
  private void renew(List<Recipient> known) {
    List<UpdateOneModel<BsonDocument>> changes = new ArrayList<>(known.size());
    for (Recipient recipient : known) {
      changes.add(
          new UpdateOneModel<>(
              and(eq("_id", recipient.memberId()), lt(SEQUENCE, recipient.sequence())),
              Updates.combine(
                  Updates.set(PHONE, recipient.phoneIndex()),
                  Updates.set(SEQUENCE, recipient.sequence()),
                  Updates.set(SINCE, recipient.since()))));
      if (recipient.union().sequence() > 0) {
        changes.add(newUnion(recipient.memberId(), recipient.union()));
      }
    }
    recipients.bulkWrite(changes, new BulkWriteOptions().ordered(false));
  }

  /** A joining that tells no union ends what an earlier one told. */
  private static UpdateOneModel<BsonDocument> newUnion(String member, JoinedUnion union) {
    return new UpdateOneModel<>(
        and(
            eq("_id", member),
            or(exists(UNION_SEQUENCE, false), lt(UNION_SEQUENCE, union.sequence()))),
        Updates.combine(
            UnionPaths.write(union.path())
                .map(path -> Updates.set(UNION_PATH, path))
                .orElse(Updates.unset(UNION_PATH)),
            Updates.set(UNION_SEQUENCE, union.sequence())));
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

  @Override
  public List<String> unionPathOf(String federation, String memberId) {
    BsonDocument found =
        recipients
            .find(and(eq("_id", memberId), eq(FEDERATION, federation), exists(UNION_PATH)))
            .projection(include(UNION_PATH))
            .first();
    return found == null ? List.of() : UnionPaths.read(found.getString(UNION_PATH).getValue());
  }

  private static BsonDocument document(Recipient recipient) {
    BsonDocument document =
        new BsonDocument("_id", new BsonString(recipient.memberId()))
            .append(FEDERATION, new BsonString(recipient.federation()))
            .append(PHONE, new BsonString(recipient.phoneIndex()))
            .append(SEQUENCE, new BsonInt64(recipient.sequence()))
            .append(SINCE, new BsonDateTime(recipient.since().toEpochMilli()));
    JoinedUnion union = recipient.union();
    if (union.sequence() > 0) {
      document.append(UNION_SEQUENCE, new BsonInt64(union.sequence()));
    }
    UnionPaths.write(union.path())
        .ifPresent(path -> document.append(UNION_PATH, new BsonString(path)));
    return document;
  }

  /** Tells whose phone a stored recipient's is. */
  static void tell(BsonDocument document, InboxChanges.Listener listener) {
    listener.bound(
        document.getString("_id").getValue(),
        document.getString(FEDERATION).getValue(),
        document.getString(PHONE).getValue());
  }
}
