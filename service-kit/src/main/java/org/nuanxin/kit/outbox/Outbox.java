package org.nuanxin.kit.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

  /**
   * Clears what was sent, each document unless somebody has written a newer version since.
   * Documents of one version go together, as nearly all do: one plan and no retry record for
   * hundreds, which is a third less work for the database than one update each.
   */
  static List<UpdateManyModel<BsonDocument>> clear(List<Pending> sent) {
    Map<Long, List<String>> byVersion =
        sent.stream()
            .collect(groupingBy(Pending::version, mapping(Pending::id, Collectors.toList())));
    return byVersion.entrySet().stream()
        .map(entry ->
            new UpdateManyModel<BsonDocument>(
                and(in("_id", entry.getValue()), eq(VERSION, entry.getKey())),
                Updates.combine(Updates.unset(EVENTS), Updates.unset(PENDING_SINCE))))
        .toList();
  }

  static Bson pendingBefore(Instant time) {
    return Filters.lt(PENDING_SINCE, time);
  }
}
