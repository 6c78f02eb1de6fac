package org.nuanxin.stations.visit.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Objects;
import org.nuanxin.events.VisitCheckedIn;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.mongo.DuplicateKeys;
import org.nuanxin.kit.observe.Traceparent;
import org.nuanxin.kit.outbox.Outbox;
import org.nuanxin.kit.outbox.OutboxRelay;
import org.nuanxin.kit.outbox.Pending;
import org.nuanxin.stations.visit.Visit;
import org.nuanxin.stations.visit.Visits;

/** Visits in one collection; the primary key is what makes them one a day. */
public final class MongoVisits implements Visits {

  /** Name of the collection. */
  public static final String COLLECTION = "visits";

  private static final long FIRST_VERSION = 1;

  private final MongoCollection<VisitDocument> visits;
  private final OutboxRelay relay;

  /** Works on that collection of the service's database and offers new visits to its relay. */
  public MongoVisits(MongoDatabase database, OutboxRelay relay) {
    this.visits = database.getCollection(COLLECTION, VisitDocument.class);
    this.relay = relay;
  }

  /** Creates the outbox's index. */
  public static void createIndexes(MongoDatabase database) {
    Outbox.createIndex(database.getCollection(COLLECTION));
  }

  @Override
  public Visit store(Visit visit, VisitCheckedIn event) {
    StoredEvent stored =
        StoredEvent.of(visit.id(), FIRST_VERSION, visit.at(), Traceparent.current(), event);
    try {
      visits.insertOne(VisitDocument.of(visit, stored));
    } catch (MongoWriteException e) {
      if (!DuplicateKeys.is(e)) {
        throw e;
      }
      return Objects.requireNonNull(
              visits.find(eq("_id", visit.id())).first(), "visits are never deleted")
          .visit();
    }
    relay.offer(new Pending(visit.id(), FIRST_VERSION, List.of(stored)));
    return visit;
  }
}
