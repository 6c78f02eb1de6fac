package org.nuanxin.stations.visit.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.nuanxin.stations.visit.Tries;

/** Counts tries in one document for each person and hour; the increment is the guard. */
public final class MongoTries implements Tries {

  private static final String COLLECTION = "tries";
  private static final String COUNT = "n";
  private static final String AT = "at";
  private static final Duration KEPT = Duration.ofHours(2);

  private final MongoCollection<Document> tries;
  private final int perHour;

  /**
   * Works on that collection of the service's database.
   *
   * @param perHour tries of a person within an hour
   */
  public MongoTries(MongoDatabase database, int perHour) {
    this.tries = database.getCollection(COLLECTION);
    this.perHour = perHour;
  }

  /** Creates the index that forgets past hours. */
  public static void createIndexes(MongoDatabase database) {
    database
        .getCollection(COLLECTION)
        .createIndex(
            Indexes.ascending(AT),
            new IndexOptions().name("forgotten").expireAfter(KEPT.toSeconds(), TimeUnit.SECONDS));
  }

  @Override
  public boolean take(String phoneIndex, Instant now) {
    Document counted =
        tries.findOneAndUpdate(
            eq("_id", id(phoneIndex, now)),
            Updates.combine(Updates.inc(COUNT, 1), Updates.setOnInsert(AT, Date.from(now))),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    return counted != null && counted.getInteger(COUNT) <= perHour;
  }

  @Override
  public void giveBack(String phoneIndex, Instant now) {
    tries.updateOne(eq("_id", id(phoneIndex, now)), Updates.inc(COUNT, -1));
  }

  private static String id(String phoneIndex, Instant now) {
    return phoneIndex + '@' + now.truncatedTo(ChronoUnit.HOURS).getEpochSecond();
  }
}
