package org.nuanxin.identity.code.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.nuanxin.identity.code.CodePolicy;
import org.nuanxin.identity.code.OneTimeCode;
import org.nuanxin.identity.code.OneTimeCodes;
import org.nuanxin.identity.code.Phone;
import org.nuanxin.identity.code.PhoneHolder;
import org.nuanxin.kit.mongo.DuplicateKeys;
import org.nuanxin.kit.mongo.Ids;
import org.nuanxin.kit.pii.BlindIndex;
import org.nuanxin.kit.web.Unavailable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * One document per phone, found by blind index: its holder's id, which codes {@code counted} and
 * when, and the keyed hashes of the {@code codes} that are out, the newest last. Asking for a code
 * is one write, redeeming it is one more.
 *
 * <p>That a newer code voids the older ones is told by its place alone, so taking it back is
 * removing it, and codes that are kept, doubted and discarded at the same time come to the same
 * whatever the order.
 */
@Component
class MongoOneTimeCodes implements OneTimeCodes, org.nuanxin.kit.mongo.Indexes {

  private static final String COLLECTION = "phones";
  private static final Duration FORGET_UNVERIFIED_AFTER = Duration.ofDays(1);
  private static final int ATTEMPTS = 4;

  private final MongoCollection<Document> phones;
  private final BlindIndex index;
  private final CodeDocuments documents;
  private final CodePolicy policy;
  private final String federation;

  MongoOneTimeCodes(
      MongoDatabase database,
      BlindIndex index,
      CodePolicy policy,
      @Value("${nuanxin.federation}") String federation) {
    this.phones = database.getCollection(COLLECTION);
    this.index = index;
    this.documents = new CodeDocuments(index, policy.validity());
    this.policy = policy;
    this.federation = federation;
  }

  @Override
  public void create(MongoDatabase database) {
    MongoCollection<Document> collection = database.getCollection(COLLECTION);
    collection.createIndex(
        Indexes.ascending("federation", "phones"), new IndexOptions().name("phone").unique(true));
    collection.createIndex(
        Indexes.ascending("purgeAt"),
        new IndexOptions()
            .name("unverified")
            .expireAfter(0L, TimeUnit.SECONDS)
            .partialFilterExpression(eq("verified", false)));
  }

  @Override
  public Keeping keep(Phone phone, OneTimeCode code, Instant now) {
    List<String> indexes = index.all(phone.e164(), BlindIndex.PHONE);
    Bson change =
        combine(
            addEachToSet("phones", indexes),
            pushEach("counted", List.of(CodeDocuments.counted(code, now)), newest()),
            pushEach("codes", List.of(documents.out(phone, code, now)), newest()),
            set("purgeAt", Date.from(now.plus(FORGET_UNVERIFIED_AFTER))),
            setOnInsert("_id", Ids.next(now)),
            setOnInsert("verified", false));
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        phones.updateOne(
            and(of(indexes), mayAskAgain(now)), change, new UpdateOptions().upsert(true));
        return new Keeping.Kept();
      } catch (MongoWriteException failure) {
        if (!DuplicateKeys.is(failure)) {
          throw failure;
        }
        // The phone is there and did not match: it had its codes, or was inserted this moment.
        Optional<Instant> until = waitUntil(indexes, now);
        if (until.isPresent()) {
          return new Keeping.TooMany(until.get());
        }
      }
    }
    throw new Unavailable("Too many requests at once for this phone; please try again.");
  }

  private Bson mayAskAgain(Instant now) {
    return or(
        exists("counted." + (policy.codesPerWindow() - 1), false),
        lte("counted.0.at", Date.from(now.minus(policy.window()))));
  }

  private PushOptions newest() {
    return new PushOptions().slice(-policy.codesPerWindow());
  }

  private Optional<Instant> waitUntil(List<String> indexes, Instant now) {
    // Local, since a majority read may not see yet what the failed write just ran into.
    Document phone =
        phones
            .withReadConcern(ReadConcern.LOCAL)
            .find(of(indexes))
            .projection(Projections.include("counted"))
            .first();
    List<Document> counted =
        phone == null ? List.of() : phone.getList("counted", Document.class, List.of());
    if (counted.size() < policy.codesPerWindow()) {
      return Optional.empty();
    }
    Instant until = counted.getFirst().getDate("at").toInstant().plus(policy.window());
    return until.isAfter(now) ? Optional.of(until) : Optional.empty();
  }

  @Override
  public void discard(Phone phone, String codeId) {
    Bson its = new Document("id", codeId);
    List<String> indexes = index.all(phone.e164(), BlindIndex.PHONE);
    Bson untried = elemMatch("codes", and(eq("id", codeId), eq("tries", 0)));
    boolean takenBack =
        phones
                .updateOne(
                    and(of(indexes), untried), combine(pull("codes", its), pull("counted", its)))
                .getMatchedCount()
            == 1;
    if (!takenBack) {
      // It was guessed at, which nothing undoes, or it is gone.
      phones.updateOne(of(indexes), pull("codes", its));
    }
  }

  @Override
  public void doubt(Phone phone, String codeId) {
    List<String> indexes = index.all(phone.e164(), BlindIndex.PHONE);
    phones.updateOne(
        of(indexes),
        set("codes.$[it].doubtful", true),
        new UpdateOptions().arrayFilters(List.of(eq("it.id", codeId))));
  }

  @Override
  public Optional<PhoneHolder> redeem(Phone phone, String digits, Instant now) {
    List<String> hashes = documents.hashes(phone, digits);
    Document after =
        phones.findOneAndUpdate(
            and(of(index.all(phone.e164(), BlindIndex.PHONE)), exists("codes.0")),
            new CodeGuess(hashes, policy.tries(), now).change(),
            new FindOneAndUpdateOptions()
                .projection(Projections.include("codes"))
                .returnDocument(ReturnDocument.AFTER));
    // Codes were there before this very step, and none is left when the guess was right.
    if (after == null || after.containsKey("codes")) {
      return Optional.empty();
    }
    return Optional.of(
        new PhoneHolder(after.getString("_id"), index.of(phone.e164(), BlindIndex.PHONE)));
  }

  private Bson of(List<String> indexes) {
    // elemMatch, since an upsert would copy a plain equality into the new document.
    return and(eq("federation", federation), elemMatch("phones", new Document("$in", indexes)));
  }
}
