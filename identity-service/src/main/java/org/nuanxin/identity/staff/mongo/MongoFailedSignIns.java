package org.nuanxin.identity.staff.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.nuanxin.identity.staff.BackOff;
import org.nuanxin.identity.staff.FailedSignIns;
import org.nuanxin.kit.pii.BlindIndex;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * One counter per name that was tried, the name only as a keyed hash: people type all kinds of
 * things into that field, their password too.
 */
@Component
class MongoFailedSignIns implements FailedSignIns, org.nuanxin.kit.mongo.Indexes {

  private static final String COLLECTION = "failed_sign_ins";
  private static final String PURPOSE = "username";
  private static final int LONGEST_TABLE = 64;
  private static final int FORGET_AFTER_WAITS = 4;

  private final MongoCollection<Document> failures;
  private final BlindIndex index;
  private final List<Long> waits;
  private final BackOff backOff;
  private final String federation;

  MongoFailedSignIns(
      MongoDatabase database,
      BlindIndex index,
      BackOff backOff,
      @Value("${nuanxin.federation}") String federation) {
    this.failures = database.getCollection(COLLECTION);
    this.index = index;
    this.backOff = backOff;
    this.federation = federation;
    this.waits =
        IntStream.range(0, LONGEST_TABLE).mapToObj(n -> backOff.after(n).toMillis()).toList();
  }

  @Override
  public void create(MongoDatabase database) {
    database
        .getCollection(COLLECTION)
        .createIndex(
            Indexes.ascending("expireAt"),
            new IndexOptions().name("expired").expireAfter(0L, TimeUnit.SECONDS));
  }

  @Override
  public Optional<Instant> waitUntil(String username, Instant now) {
    Document found = failures.find(of(username)).first();
    return Optional.ofNullable(found)
        .map(each -> each.getDate("waitUntil").toInstant())
        .filter(until -> until.isAfter(now));
  }

  @Override
  public void add(String username, Instant now) {
    Document oneMore = new Document("$add", List.of(new Document("$ifNull", List.of("$n", 0)), 1));
    Document wait =
        new Document(
            "$arrayElemAt", List.of(waits, new Document("$min", List.of("$n", LONGEST_TABLE - 1))));
    Date expireAt = Date.from(now.plus(backOff.longest().multipliedBy(FORGET_AFTER_WAITS)));
    failures.updateOne(
        of(username),
        List.of(
            new Document("$set", new Document("n", oneMore).append("expireAt", expireAt)),
            new Document(
                "$set",
                new Document("waitUntil", new Document("$add", List.of(Date.from(now), wait))))),
        new UpdateOptions().upsert(true));
  }

  @Override
  public void clear(String username) {
    failures.deleteOne(of(username));
  }

  private Bson of(String username) {
    return eq("_id", federation + ":" + index.of(username, PURPOSE));
  }
}
