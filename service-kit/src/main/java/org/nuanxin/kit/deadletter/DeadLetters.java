package org.nuanxin.kit.deadletter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.deadletter.DeadLetter.State;

/** The dead letters as operators look at them; nothing here changes one. */
public class DeadLetters {

  private final MongoCollection<DeadLetter> letters;

  DeadLetters(MongoDatabase database) {
    this.letters = LetterCollection.of(database);
  }

  /** One letter. */
  public Optional<DeadLetter> find(String id) {
    return Optional.ofNullable(letters.find(eq("_id", id)).first());
  }

  /**
   * Lists letters by id.
   *
   * @param state only these; null for all but the resolved
   * @param subject only this member's; null for all
   * @param after the last id of the page before; null for the first page
   */
  public List<DeadLetter> list(
      @Nullable State state, @Nullable String subject, @Nullable String after, int limit) {
    List<Bson> filters = new ArrayList<>();
    filters.add(state == null ? in("state", LetterCollection.UNRESOLVED) : eq("state", state));
    if (subject != null) {
      filters.add(eq("subject", subject));
    }
    if (after != null) {
      filters.add(gt("_id", after));
    }
    return letters
        .find(and(filters))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .into(new ArrayList<>());
  }

  /** How many letters are not resolved. */
  public long unresolved() {
    return letters.countDocuments(in("state", LetterCollection.UNRESOLVED));
  }
}
