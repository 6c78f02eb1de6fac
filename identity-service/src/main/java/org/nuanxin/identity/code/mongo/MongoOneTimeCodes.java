package org.nuanxin.identity.code.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
 * One document per phone, found by blind index: its holder's id, when its last codes were sent, and
 * the keyed hash of the code that is out. Asking for a code is one write, redeeming it is one more.
 */
@Component
class MongoOneTimeCodes implements OneTimeCodes, org.nuanxin.kit.mongo.Indexes {

  private static final String COLLECTION = "phones";
  private static final String CODE_PURPOSE = "one-time-code";
  private static final Duration FORGET_UNVERIFIED_AFTER = Duration.ofDays(1);
  private static final int ATTEMPTS = 4;

  private final MongoCollection<Document> phones;
  private final BlindIndex index;
  private final CodePolicy policy;
  private final String federation;

  MongoOneTimeCodes(
      MongoDatabase database,
      BlindIndex index,
      CodePolicy policy,
      @Value("${nuanxin.federation}") String federation) {
    this.phones = database.getCollection(COLLECTION);
    this.index = index;
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
            pushEach(
                "sent", List.of(Date.from(now)), new PushOptions().slice(-policy.codesPerWindow())),
            set("code", stored(phone, code, now)),
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
        exists("sent." + (policy.codesPerWindow() - 1), false),
        lte("sent.0", Date.from(now.minus(policy.window()))));
  }

  private Optional<Instant> waitUntil(List<String> indexes, Instant now) {
    // Local, since a majority read may not see yet what the failed write just ran into.
    Document phone =
        phones
            .withReadConcern(ReadConcern.LOCAL)
            .find(of(indexes))
            .projection(Projections.include("sent"))
            .first();
    List<Date> sent = phone == null ? List.of() : phone.getList("sent", Date.class, List.of());
    if (sent.size() < policy.codesPerWindow()) {
      return Optional.empty();
    }
    Instant until = sent.getFirst().toInstant().plus(policy.window());
    return until.isAfter(now) ? Optional.of(until) : Optional.empty();
  }

  @Override
  public void discard(Phone phone, String codeId) {
    List<String> indexes = index.all(phone.e164(), BlindIndex.PHONE);
    phones.updateOne(and(of(indexes), eq("code.id", codeId)), unset("code"));
  }

  @Override
  public Optional<PhoneHolder> redeem(Phone phone, String digits, Instant now) {
    List<String> hashes = index.all(secret(phone, digits), CODE_PURPOSE);
    Document before =
        phones.findOneAndUpdate(
            and(
                of(index.all(phone.e164(), BlindIndex.PHONE)),
                gt("code.expiresAt", Date.from(now)),
                lt("code.tries", policy.tries())),
            List.of(new Document("$set", guess(hashes))),
            new FindOneAndUpdateOptions()
                .projection(Projections.include("code"))
                .returnDocument(ReturnDocument.BEFORE));
    if (before == null || !isAnyOf(before.get("code", Document.class).getString("hash"), hashes)) {
      return Optional.empty();
    }
    return Optional.of(
        new PhoneHolder(before.getString("_id"), index.of(phone.e164(), BlindIndex.PHONE)));
  }

  /**
   * Either the right code is used up or a try is, in the same atomic step. That the database
   * compares is no leak: it sees keyed hashes, whose bytes no guess can steer.
   */
  private static Document guess(List<String> hashes) {
    Document right = new Document("$in", List.of("$code.hash", new Document("$literal", hashes)));
    Document oneTryLess =
        new Document(
            "$mergeObjects",
            List.of(
                "$code", new Document("tries", new Document("$add", List.of("$code.tries", 1)))));
    return new Document()
        .append("code", new Document("$cond", List.of(right, "$$REMOVE", oneTryLess)))
        .append("verified", new Document("$or", List.of("$verified", right)));
  }

  private Document stored(Phone phone, OneTimeCode code, Instant now) {
    return new Document()
        .append("id", code.id())
        .append("hash", index.of(secret(phone, code.digits()), CODE_PURPOSE))
        .append("expiresAt", Date.from(now.plus(policy.validity())))
        .append("tries", 0);
  }

  private Bson of(List<String> indexes) {
    // elemMatch, since an upsert would copy a plain equality into the new document.
    return and(eq("federation", federation), elemMatch("phones", new Document("$in", indexes)));
  }

  private static String secret(Phone phone, String digits) {
    return phone.e164() + ':' + digits;
  }

  private static boolean isAnyOf(String hash, List<String> hashes) {
    byte[] expected = hash.getBytes(StandardCharsets.US_ASCII);
    boolean found = false;
    for (String each : hashes) {
      found |= MessageDigest.isEqual(expected, each.getBytes(StandardCharsets.US_ASCII));
    }
    return found;
  }
}
