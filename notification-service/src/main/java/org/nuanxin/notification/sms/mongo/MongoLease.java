package org.nuanxin.notification.sms.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.nuanxin.kit.mongo.DuplicateKeys;
import org.nuanxin.notification.sms.Lease;

/** The lease as one document; the condition of the update is the guard. */
public final class MongoLease implements Lease {

  private static final Duration LENGTH = Duration.ofSeconds(30);
  private static final Duration ENOUGH = Duration.ofSeconds(20);

  private final MongoCollection<Document> leases;
  private final String name;
  private final String holder;
  private Instant heldUntil = Instant.EPOCH;

  /**
   * A lease.
   *
   * @param holder unique to this process
   */
  public MongoLease(MongoDatabase database, String name, String holder) {
    this.leases = database.getCollection("leases");
    this.name = name;
    this.holder = holder;
  }

  @Override
  public synchronized boolean hold(Instant now) {
    if (heldUntil.isAfter(now.plus(ENOUGH))) {
      return true;
    }
    Instant until = now.plus(LENGTH);
    try {
      leases.updateOne(
          and(eq("_id", name), or(eq("holder", holder), lt("until", now))),
          Updates.combine(Updates.set("holder", holder), Updates.set("until", until)),
          new UpdateOptions().upsert(true));
    } catch (MongoWriteException e) {
      if (DuplicateKeys.is(e)) {
        // Somebody else has it.
        heldUntil = Instant.EPOCH;
        return false;
      }
      throw e;
    }
    heldUntil = until;
    return true;
  }

  @Override
  public synchronized void release() {
    heldUntil = Instant.EPOCH;
    leases.deleteOne(and(eq("_id", name), eq("holder", holder)));
  }
}
