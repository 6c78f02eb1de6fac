package org.nuanxin.kit.deadletter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.nuanxin.kit.deadletter.DeadLetter.State;

/**
 * Dead letters as a re-drive takes them: which are next, whose they are, and how it ended. Every
 * change of state is a conditional write, so two operators who re-drive the same letter do it once.
 */
public class RedriveClaims {

  /** Letters that are given at a time. */
  public static final int PAGE = 100;

  private static final int SUBJECTS = 500;
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final MongoCollection<DeadLetter> letters;
  private final Clock clock;

  RedriveClaims(MongoDatabase database, Clock clock) {
    this.letters = LetterCollection.of(database);
    this.clock = clock;
  }

  /**
   * Claims a letter for handling. Succeeds for one caller only; a claim whose holder died is free
   * again after a minute.
   *
   * @return the letter; empty when it is resolved, unknown or claimed by another
   */
  public Optional<DeadLetter> claim(String id) {
    Instant now = clock.instant();
    return Optional.ofNullable(
        letters.findOneAndUpdate(
            free(id, now),
            Updates.combine(
                Updates.set("state", State.REDRIVING), Updates.set("retryAt", now.plus(LEASE))),
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.BEFORE)));
  }

  /** Whether {@link #claim} would succeed now; claims nothing. */
  public boolean isFree(String id) {
    return letters
            .withDocumentClass(BsonDocument.class)
            .find(free(id, clock.instant()))
            .projection(include("_id"))
            .first()
        != null;
  }

  private static Bson free(String id, Instant now) {
    return and(
        eq("_id", id),
        ne("state", State.RESOLVED),
        or(ne("state", State.REDRIVING), lte("retryAt", now)));
  }

  /** Records that a claimed letter was handled. */
  public void resolve(String id) {
    letters.updateOne(
        and(eq("_id", id), eq("state", State.REDRIVING)),
        Updates.combine(
            Updates.set("state", State.RESOLVED),
            Updates.set("resolvedAt", clock.instant()),
            Updates.unset("retryAt")));
  }

  /** Records that a claimed letter failed again. */
  public void failedAgain(DeadLetter letter, RuntimeException cause, boolean retry) {
    int attempts = letter.attempts() + 1;
    boolean again = retry && attempts < Retries.MOST;
    letters.updateOne(
        and(eq("_id", letter.id()), eq("state", State.REDRIVING)),
        Updates.combine(
            Updates.set("state", again ? State.RETRYING : State.OPEN),
            Updates.set("attempts", attempts),
            Updates.set("cause", SafeCause.of(cause)),
            again
                ? Updates.set("retryAt", clock.instant().plus(Retries.after(attempts)))
                : Updates.unset("retryAt")));
  }

  /** The oldest {@value #PAGE} letters of a group parked behind a subject, oldest first. */
  public List<DeadLetter> parkedBehind(String group, String subject) {
    return letters
        .find(and(eq("group", group), eq("state", State.PARKED), eq("subject", subject)))
        .sort(Sorts.ascending("partition", "offset"))
        .limit(PAGE)
        .into(new ArrayList<>());
  }

  /** How many letters of a group are parked behind a subject, this one not counted. */
  public int countParkedBehind(String group, String subject, String except) {
    return (int)
        letters.countDocuments(
            and(
                eq("group", group),
                eq("state", State.PARKED),
                eq("subject", subject),
                ne("_id", except)));
  }

  /** The id of the oldest letter that a parked one waits for; empty where it waits for none. */
  public Optional<String> oldestBefore(DeadLetter parked) {
    return Optional.ofNullable(
            letters
                .withDocumentClass(BsonDocument.class)
                .find(
                    and(
                        eq("group", parked.group()),
                        in("state", LetterCollection.UNRESOLVED),
                        eq("subject", parked.subject()),
                        or(
                            lt("partition", parked.partition()),
                            and(
                                eq("partition", parked.partition()),
                                lt("offset", parked.offset())))))
                .projection(include("_id"))
                .sort(Sorts.ascending("partition", "offset"))
                .first())
        .map(found -> found.getString("_id").getValue());
  }

  /** Letters that are to be tried again by now, claims of dead holders included. */
  public List<DeadLetter> due() {
    return letters
        .find(and(in("state", State.RETRYING, State.REDRIVING), lte("retryAt", clock.instant())))
        .sort(Sorts.ascending("retryAt"))
        .limit(PAGE)
        .into(new ArrayList<>());
  }

  /** Subjects of a group with letters that are parked although nothing is before them any more. */
  public List<String> stranded(String group) {
    List<String> stranded = new ArrayList<>();
    String after = "";
    List<BsonDocument> page;
    do {
      page =
          letters
              .withDocumentClass(BsonDocument.class)
              .find(and(eq("group", group), eq("state", State.PARKED), gt("subject", after)))
              .projection(fields(include("subject"), excludeId()))
              .sort(Sorts.ascending("subject"))
              .limit(SUBJECTS)
              .into(new ArrayList<>());
      Set<String> parked = new LinkedHashSet<>();
      page.forEach(each -> parked.add(each.getString("subject").getValue()));
      if (!parked.isEmpty()) {
        after = page.getLast().getString("subject").getValue();
        parked.removeAll(
            LetterCollection.subjectsHaving(letters, LetterCollection.HEADS, group, parked));
        stranded.addAll(parked);
      }
    } while (page.size() == SUBJECTS);
    return stranded;
  }
}
