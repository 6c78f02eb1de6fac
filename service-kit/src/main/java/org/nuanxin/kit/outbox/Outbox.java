package org.nuanxin.kit.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/**
 * The fields by which any document carries its own events, and the queries over them.
 *
 * <p>A document with an outbox has {@value #VERSION}, raised by every write by the number of events
 * it adds (at least one); {@value #EVENTS}, the events not yet known to be sent, oldest first; and
 * {@value #PENDING_SINCE}, present exactly while there are any.
 */
public final class Outbox {

  /** Version of the document and sequence of its newest event. */
  public static final String VERSION = "v";

  /** The pending events, as an array of {@link org.nuanxin.kit.event.StoredEvent}. */
  public static final String EVENTS = "outbox";

  /** When the oldest pending event was stored; absent where none is pending. */
  public static final String PENDING_SINCE = "pendingSince";

  /** Events a document may hold unsent; a write that would exceed it is refused with 503. */
  public static final int BOUND = 100;

  /** Name of the partial index that finds pending documents. */
  public static final String INDEX = "outbox_pending";

  private Outbox() {}

  /** Creates the partial index by which the sweeper and the figures find pending documents. */
  public static void createIndex(MongoCollection<?> collection) {
    collection.createIndex(
        Indexes.ascending(PENDING_SINCE),
        new IndexOptions().name(INDEX).partialFilterExpression(Filters.exists(PENDING_SINCE)));
  }

  /** Clears what was sent, unless somebody has written a newer version since. */
  static UpdateOneModel<BsonDocument> clear(String id, long version) {
    return new UpdateOneModel<>(
        and(eq("_id", id), eq(VERSION, version)),
        Updates.combine(Updates.unset(EVENTS), Updates.unset(PENDING_SINCE)));
  }

  static Bson pendingBefore(Instant time) {
    return Filters.lt(PENDING_SINCE, time);
  }
}
