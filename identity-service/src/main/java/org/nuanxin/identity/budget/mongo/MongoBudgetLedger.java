package org.nuanxin.identity.budget.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.nuanxin.identity.budget.Budget;
import org.nuanxin.identity.budget.BudgetLedger;
import org.nuanxin.kit.pii.BlindIndex;
import org.springframework.stereotype.Component;

/**
 * One counter per budget, address and minute; the address only as a keyed hash. Not journaled: a
 * count that a crash loses is a minute's slack, not a wrong.
 */
@Component
class MongoBudgetLedger implements BudgetLedger, org.nuanxin.kit.mongo.Indexes {

  private static final String COLLECTION = "address_budgets";
  private static final String PURPOSE = "address";

  private final MongoCollection<Document> counters;
  private final BlindIndex index;

  MongoBudgetLedger(MongoDatabase database, BlindIndex index) {
    this.counters = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.W1);
    this.index = index;
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
  public int take(Budget budget, String address, Instant minute, int limit, int wanted) {
    String id = budget + ":" + index.of(address, PURPOSE) + ":" + minute.getEpochSecond() / 60;
    Date expireAt = Date.from(minute.plus(1, ChronoUnit.MINUTES));
    Document counter =
        counters.findOneAndUpdate(
            eq("_id", id),
            combine(inc("taken", wanted), setOnInsert("expireAt", expireAt)),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    int takenBefore = Objects.requireNonNull(counter).getInteger("taken") - wanted;
    return Math.clamp((long) limit - takenBefore, 0, wanted);
  }
}
