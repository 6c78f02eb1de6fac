package org.nuanxin.notification.message.mongo;

import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.FullDocument;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.nuanxin.notification.message.InboxChanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One change stream for all streams of this instance, open only while there are any, since a server
 * pays for every watched insert.
 */
public final class MongoInboxChanges implements InboxChanges, AutoCloseable {

  private static final List<Bson> WATCHED =
      List.of(
          Aggregates.match(
              Filters.or(
                  Filters.and(
                      Filters.in("ns.coll", MongoMessages.COLLECTION, MongoRecipients.COLLECTION),
                      Filters.eq("operationType", "insert")),
                  Filters.and(
                      Filters.eq("ns.coll", MongoMessages.COLLECTION),
                      Filters.exists("updateDescription.updatedFields." + MessageDocuments.READ)),
                  Filters.and(
                      Filters.eq("ns.coll", MongoRecipients.COLLECTION),
                      Filters.exists(
                          "updateDescription.updatedFields." + MongoRecipients.PHONE)))));
  private static final long LOOK_MILLIS = 500;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Logger log = LoggerFactory.getLogger(MongoInboxChanges.class);

  private final MongoDatabase database;
  private boolean watching;
  private volatile boolean closed;

  /** Watches the service's database. */
  public MongoInboxChanges(MongoDatabase database) {
    this.database = database;
  }

  @Override
  public synchronized void watch(Listener listener) {
    if (watching || closed) {
      return;
    }
    MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> cursor = open();
    watching = true;
    Thread.ofVirtual().name("inbox-changes").start(() -> tellUntilAlone(cursor, listener));
  }

  private MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> open() {
    return database
        .watch(WATCHED, BsonDocument.class)
        .fullDocument(FullDocument.UPDATE_LOOKUP)
        .maxAwaitTime(LOOK_MILLIS, TimeUnit.MILLISECONDS)
        .cursor();
  }

  private void tellUntilAlone(
      MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> first, Listener listener) {
    tell(first, listener);
    while (isWanted(listener)) {
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> next = open();
        listener.everythingMayHaveChanged();
        tell(next, listener);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("The change stream cannot be opened yet: {}", e.getClass().getSimpleName());
      }
    }
  }

  /** Returns when nobody is there any more or the stream has broken. */
  private void tell(
      MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> cursor, Listener listener) {
    try (cursor) {
      while (isWanted(listener)) {
        ChangeStreamDocument<BsonDocument> change = cursor.tryNext();
        if (change != null) {
          tell(change, listener);
        }
      }
    } catch (RuntimeException e) {
      // Whatever it was: a thread that ended here would leave every stream silent for good.
      log.warn("The change stream broke and is opened again: {}", e.getClass().getSimpleName());
    }
  }

  /** Decides under the lock, so that whoever comes just now either counts or starts anew. */
  private synchronized boolean isWanted(Listener listener) {
    watching = !closed && listener.isAnybodyThere();
    return watching;
  }

  private static void tell(ChangeStreamDocument<BsonDocument> change, Listener listener) {
    BsonDocument document = change.getFullDocument();
    if (document == null) {
      // Changed and then deleted before it was looked up.
      return;
    }
    if (MongoMessages.COLLECTION.equals(change.getNamespace().getCollectionName())) {
      if (MessageDocuments.isOfKnownKind(document)) {
        listener.changed(MessageDocuments.message(document));
      }
    } else {
      MongoRecipients.tell(document, listener);
    }
  }

  /** Ends watching. */
  @Override
  public void close() {
    closed = true;
  }
}
