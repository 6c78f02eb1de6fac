package org.nuanxin.identity.staff.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.nuanxin.identity.staff.BackOff;
import org.nuanxin.identity.staff.FailedSignIns;
import org.nuanxin.identity.staff.NameLimit;
import org.nuanxin.identity.staff.SignInPlace;
import org.nuanxin.kit.pii.BlindIndex;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Two counters per failure, of the name and of the name at this address, both only as keyed hashes:
 * people type all kinds of things into that field, their password too.
 */
@Component
class MongoFailedSignIns implements FailedSignIns, org.nuanxin.kit.mongo.Indexes {

  private static final String COLLECTION = "failed_sign_ins";
  private static final String PURPOSE = "username";
  private static final String UNTIL = "waitUntil";
  private static final int LONGEST_TABLE = 64;
  private static final int FORGET_AFTER_WAITS = 4;

  private final MongoCollection<Document> failures;
  private final KnownAddresses known;
  private final BlindIndex index;
  private final List<Long> waits;
  private final Duration forgetAfter;
  private final NameLimit limit;
  private final String federation;

  MongoFailedSignIns(
      MongoDatabase database,
      KnownAddresses known,
      BlindIndex index,
      BackOff backOff,
      NameLimit limit,
      @Value("${nuanxin.federation}") String federation) {
    this.failures = database.getCollection(COLLECTION);
    this.known = known;
    this.index = index;
    this.limit = limit;
    this.federation = federation;
    this.forgetAfter = backOff.longest().multipliedBy(FORGET_AFTER_WAITS);
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
  public Optional<Instant> waitUntil(SignInPlace place, Instant now) {
    String everywhere = everywhere(place);
    Instant here = Instant.MIN;
    Instant anywhere = Instant.MIN;
    for (Document each : failures.find(in("_id", List.of(everywhere, here(place))))) {
      if (!each.getString("_id").equals(everywhere)) {
        here = each.getDate(UNTIL).toInstant();
      } else if (each.getInteger("n") >= limit.failures()) {
        anywhere = each.getDate(UNTIL).toInstant();
      }
    }
    boolean stopped = anywhere.isAfter(now) && !known.contain(place, now);
    Instant until = stopped && anywhere.isAfter(here) ? anywhere : here;
    return Optional.of(until).filter(each -> each.isAfter(now));
  }

  @Override
  public void add(SignInPlace place, Instant now) {
    // The bound on all guessing first, should the rest be lost.
    List<UpdateOneModel<Document>> both = new ArrayList<>();
    UpdateOptions upsert = new UpdateOptions().upsert(true);
    both.add(new UpdateOneModel<>(eq("_id", everywhere(place)), oneMoreInTheWindow(now), upsert));
    both.add(new UpdateOneModel<>(eq("_id", here(place)), oneMoreInARow(now), upsert));
    failures.bulkWrite(both);
  }

  private List<Bson> oneMoreInTheWindow(Instant now) {
    Date end = Date.from(now.plus(limit.window()));
    Document running = op("$gt", op("$ifNull", "$" + UNTIL, new Date(0)), Date.from(now));
    Document until = op("$cond", running, "$" + UNTIL, end);
    return List.of(
        new Document(
            "$set",
            new Document("n", op("$cond", running, op("$add", "$n", 1), 1))
                .append(UNTIL, until)
                .append("expireAt", until)));
  }

  private List<Bson> oneMoreInARow(Instant now) {
    Document oneMore = op("$add", op("$ifNull", "$n", 0), 1);
    Document wait = op("$arrayElemAt", waits, op("$min", "$n", LONGEST_TABLE - 1));
    Date expireAt = Date.from(now.plus(forgetAfter));
    return List.of(
        new Document("$set", new Document("n", oneMore).append("expireAt", expireAt)),
        new Document("$set", new Document(UNTIL, op("$add", Date.from(now), wait))));
  }

  private static Document op(String operator, Object... arguments) {
    return new Document(operator, List.of(arguments));
  }

  @Override
  public void succeeded(SignInPlace place, Instant now) {
    failures.deleteOne(eq("_id", here(place)));
    known.add(place, now.plus(limit.known()));
  }

  private String everywhere(SignInPlace place) {
    return federation + ":everywhere:" + index.of(place.username(), PURPOSE);
  }

  private String here(SignInPlace place) {
    return federation + ":here:" + KnownAddresses.key(index, place);
  }
}
