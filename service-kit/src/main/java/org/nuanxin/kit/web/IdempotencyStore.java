package org.nuanxin.kit.web;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.mongo.DuplicateKeys;
import org.nuanxin.kit.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Runs a creating call once per {@code Idempotency-Key}, within what one caller does at one path.
 *
 * <p>Guarantee: of any number of calls with one key, also at once and on several instances, one
 * runs at a time. When it has answered, every later call within seven days gets that answer again;
 * another body under the same key is 422; a call meanwhile is 409. A call that throws gives its key
 * free.
 *
 * <p>After a crash in the middle, the key is free again when its lease of a minute is over, and the
 * action runs a second time: an action that must not then do its effect twice takes the
 * <em>operation id</em> that {@link #onceAs} gives, the same at every attempt, as the {@code _id}
 * of what it creates.
 */
public final class IdempotencyStore {

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration KEPT = Duration.ofDays(7);

  private static final String BODY = "body";
  private static final String UNTIL = "until";
  private static final String ANSWER = "answer";
  private static final String AT = "at";

  private final MongoCollection<Document> calls;
  private final IdempotencyForms forms;
  private final Clock clock;

  IdempotencyStore(MongoDatabase database, IdempotencyForms forms, Clock clock) {
    this.calls = database.getCollection("idempotency");
    this.forms = forms;
    this.clock = clock;
  }

  /** Forgets answers after seven days. */
  static void createIndexes(MongoDatabase database) {
    database
        .getCollection("idempotency")
        .createIndex(
            Indexes.ascending(AT),
            new IndexOptions().name("forgotten").expireAfter(KEPT.toSeconds(), TimeUnit.SECONDS));
  }

  /**
   * Runs the action, or answers as it did.
   *
   * @param key header {@code Idempotency-Key}; null or malformed is a 400 problem
   * @param body what the caller sent; only its keyed hash is stored
   * @throws ProblemException 400, 409 while another call with this key runs, 422 for another body
   */
  public <T> ResponseEntity<T> once(
      Caller caller, @Nullable String key, Object body, Supplier<ResponseEntity<T>> action) {
    return onceAs(caller, key, body, operation -> action.get());
  }

  /** As {@link #once}, giving the action the id that every attempt under this key has. */
  public <T> ResponseEntity<T> onceAs(
      Caller caller,
      @Nullable String key,
      Object body,
      Function<String, ResponseEntity<T>> action) {
    String id = forms.operation(caller, IdempotencyKeys.require(key));
    Document known = claim(id, body);
    if (known != null) {
      return forms.replay(id, known.getString(ANSWER));
    }
    ResponseEntity<T> answer;
    try {
      answer = action.apply(id);
    } catch (RuntimeException e) {
      // Nothing was answered, so nothing is to be repeated; the caller may correct and try again.
      calls.deleteOne(inFlight(id));
      throw e;
    }
    calls.updateOne(
        Filters.eq("_id", id),
        Updates.combine(Updates.set(ANSWER, forms.store(id, answer)), Updates.unset(UNTIL)));
    return answer;
  }

  /** Null when the call is ours to run; else the finished call whose answer is to be repeated. */
  private @Nullable Document claim(String id, Object body) {
    Instant now = clock.instant();
    try {
      calls.insertOne(
          new Document("_id", id)
              .append(BODY, forms.fingerprint(body))
              .append(UNTIL, Date.from(now.plus(LEASE)))
              .append(AT, Date.from(now)));
      return null;
    } catch (MongoWriteException e) {
      if (!DuplicateKeys.is(e)) {
        throw e;
      }
    }
    Document known = calls.find(Filters.eq("_id", id)).first();
    if (known == null) {
      // Given free or forgotten between the two steps.
      throw inFlight();
    }
    if (!forms.isSame(body, known.getString(BODY))) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "idempotency-key-reused",
          "This Idempotency-Key was used before with another body.");
    }
    if (known.getString(ANSWER) != null) {
      return known;
    }
    takeOver(id, known.getDate(UNTIL), now);
    return null;
  }

  /** Succeeds only for one of those who see the same expired lease. */
  private void takeOver(String id, Date until, Instant now) {
    boolean taken =
        until.toInstant().isBefore(now)
            && calls
                    .updateOne(
                        Filters.and(Filters.eq("_id", id), Filters.eq(UNTIL, until)),
                        Updates.set(UNTIL, Date.from(now.plus(LEASE))))
                    .getModifiedCount()
                == 1;
    if (!taken) {
      throw inFlight();
    }
  }

  private static Bson inFlight(String id) {
    return Filters.and(Filters.eq("_id", id), Filters.exists(ANSWER, false));
  }

  private static ProblemException inFlight() {
    return ProblemException.conflict(
            "in-flight", "A call with this Idempotency-Key is still running.")
        .retryAfter(1);
  }
}
