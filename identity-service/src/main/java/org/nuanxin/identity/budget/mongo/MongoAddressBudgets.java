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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.nuanxin.identity.budget.AddressBudgets;
import org.nuanxin.identity.budget.Budget;
import org.nuanxin.identity.budget.BudgetLimits;
import org.nuanxin.kit.pii.BlindIndex;
import org.springframework.stereotype.Component;

/**
 * One counter per budget, address and minute; the address only as a keyed hash. Not journaled: a
 * count that a crash loses is a minute's slack, not a wrong.
 */
@Component
class MongoAddressBudgets implements AddressBudgets, org.nuanxin.kit.mongo.Indexes {

  private static final String COLLECTION = "address_budgets";
  private static final String PURPOSE = "address";

  private final MongoCollection<Document> budgets;
  private final BlindIndex index;
  private final BudgetLimits limits;

  MongoAddressBudgets(MongoDatabase database, BlindIndex index, BudgetLimits limits) {
    this.budgets = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.W1);
    this.index = index;
    this.limits = limits;
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
  public Optional<Duration> spend(Budget budget, String address, Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    Instant next = minute.plus(1, ChronoUnit.MINUTES);
    String id = budget + ":" + index.of(address, PURPOSE) + ":" + minute.getEpochSecond() / 60;
    Document counter =
        budgets.findOneAndUpdate(
            eq("_id", id),
            combine(inc("n", 1), setOnInsert("expireAt", Date.from(next))),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    return counter != null && counter.getInteger("n") > limits.of(budget)
        ? Optional.of(Duration.between(now, next))
        : Optional.empty();
  }
}
