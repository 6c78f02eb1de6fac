package org.nuanxin.kit.deadletter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.nuanxin.kit.deadletter.DeadLetter.State;

/** Where letters are kept, and what setting aside and re-driving must see alike. */
final class LetterCollection {

  /** Letters that later records of their subject wait for. */
  static final Set<State> UNRESOLVED =
      Set.of(State.OPEN, State.RETRYING, State.REDRIVING, State.PARKED);

  /** Letters that others are parked behind. */
  static final Set<State> HEADS = Set.of(State.OPEN, State.RETRYING, State.REDRIVING);

  /** What is resolved is kept for looking back; its payload holds what an event holds. */
  private static final long KEPT_DAYS = 90;

  private static final String NAME = "deadLetters";

  private LetterCollection() {}

  static MongoCollection<DeadLetter> of(MongoDatabase database) {
    return database.getCollection(NAME, DeadLetter.class);
  }

  static void createIndexes(MongoDatabase database) {
    MongoCollection<?> letters = database.getCollection(NAME);
    letters.createIndex(
        Indexes.ascending("group", "state", "subject"), new IndexOptions().name("by_group"));
    letters.createIndex(Indexes.ascending("state", "_id"), new IndexOptions().name("by_state"));
    letters.createIndex(Indexes.ascending("subject", "_id"), new IndexOptions().name("by_subject"));
    letters.createIndex(Indexes.ascending("state", "retryAt"), new IndexOptions().name("by_retry"));
    letters.createIndex(
        Indexes.ascending("resolvedAt"),
        new IndexOptions().name("resolved").expireAfter(KEPT_DAYS, TimeUnit.DAYS));
  }

  /** Those of these subjects that have a letter of a group in one of these states. */
  static Set<String> subjectsHaving(
      MongoCollection<DeadLetter> letters,
      Set<State> states,
      String group,
      Collection<String> subjects) {
    return letters
        .distinct(
            "subject",
            and(eq("group", group), in("state", states), in("subject", subjects)),
            String.class)
        .into(new HashSet<>());
  }
}
