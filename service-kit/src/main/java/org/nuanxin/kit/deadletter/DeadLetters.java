package org.nuanxin.kit.deadletter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.deadletter.DeadLetter.State;
import org.nuanxin.kit.mongo.DuplicateKeys;

/**
 * The store of dead letters. Storing the same record twice keeps one; every change of state is a
 * conditional write, so two operators who re-drive the same letter do it once.
 */
public class DeadLetters {

  /** Letters that are given at a time. */
  public static final int PAGE = 100;

  static final String COLLECTION = "deadLetters";
  private static final int SUBJECTS = 500;
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Set<State> HEADS = Set.of(State.OPEN, State.RETRYING, State.REDRIVING);
  private static final Set<State> BLOCKING =
      Set.of(State.OPEN, State.RETRYING, State.REDRIVING, State.PARKED);

  private final MongoCollection<DeadLetter> letters;
  private final String service;
  private final Clock clock;
  private final MeterRegistry meters;

  DeadLetters(MongoDatabase database, String service, Clock clock, MeterRegistry meters) {
    this.letters = database.getCollection(COLLECTION, DeadLetter.class);
    this.service = service;
    this.clock = clock;
    this.meters = meters;
  }

  static void createIndexes(MongoDatabase database) {
    MongoCollection<?> letters = database.getCollection(COLLECTION);
    letters.createIndex(
        Indexes.ascending("group", "state", "subject"), new IndexOptions().name("by_group"));
    letters.createIndex(Indexes.ascending("state", "_id"), new IndexOptions().name("by_state"));
    letters.createIndex(Indexes.ascending("subject", "_id"), new IndexOptions().name("by_subject"));
    letters.createIndex(Indexes.ascending("state", "retryAt"), new IndexOptions().name("by_retry"));
  }

  /**
   * Keeps a record that failed.
   *
   * @param retry whether it is tried again by itself; else it waits for an operator
   */
  public void store(
      String group, ConsumerRecord<String, byte[]> record, RuntimeException cause, boolean retry) {
    insert(
        group,
        record,
        retry ? State.RETRYING : State.OPEN,
        describe(cause),
        cause.getClass().getSimpleName(),
        retry ? clock.instant().plus(Retries.after(1)) : null);
  }

  /** Keeps a record that must wait behind an earlier dead letter of its subject. */
  public void park(String group, ConsumerRecord<String, byte[]> record) {
    insert(
        group,
        record,
        State.PARKED,
        "behind an earlier dead letter of the same subject",
        "Parked",
        null);
  }

  private void insert(
      String group,
      ConsumerRecord<String, byte[]> record,
      State state,
      String cause,
      String counted,
      @Nullable Instant retryAt) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      if (header.value() != null) {
        headers.put(
            header.key().replace('.', '_'), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    String id =
        "%s~%s.%s.%d.%d"
            .formatted(service, group, record.topic(), record.partition(), record.offset());
    try {
      letters.insertOne(
          new DeadLetter(
              id,
              group,
              record.topic(),
              record.partition(),
              record.offset(),
              record.key(),
              headers.get("ce_id"),
              headers.get("ce_type"),
              state,
              cause,
              1,
              clock.instant(),
              retryAt,
              null,
              headers,
              record.value()));
      meters.counter("nuanxin.deadletters.stored", "group", group, "cause", counted).increment();
    } catch (MongoWriteException e) {
      if (!DuplicateKeys.is(e)) {
        throw e;
      }
    }
  }

  /**
   * Those of these subjects that have an unresolved letter of a group: what comes later must wait
   * for it, or for what is parked already. One indexed look-up.
   */
  public Set<String> blockedSubjects(String group, Set<String> subjects) {
    return having(BLOCKING, group, subjects);
  }

  private Set<String> having(Set<State> states, String group, Collection<String> subjects) {
    return letters
        .distinct(
            "subject",
            and(eq("group", group), in("state", states), in("subject", subjects)),
            String.class)
        .into(new HashSet<>());
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
        parked.removeAll(having(HEADS, group, parked));
        stranded.addAll(parked);
      }
    } while (page.size() == SUBJECTS);
    return stranded;
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
    filters.add(
        state == null
            ? in("state", State.OPEN, State.PARKED, State.RETRYING, State.REDRIVING)
            : eq("state", state));
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
    return letters.countDocuments(
        in("state", State.OPEN, State.PARKED, State.RETRYING, State.REDRIVING));
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
            and(
                eq("_id", id),
                ne("state", State.RESOLVED),
                or(ne("state", State.REDRIVING), lte("retryAt", now))),
            Updates.combine(
                Updates.set("state", State.REDRIVING), Updates.set("retryAt", now.plus(LEASE))),
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.BEFORE)));
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
            Updates.set("cause", describe(cause)),
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

  /** Letters that are to be tried again by now, claims of dead holders included. */
  public List<DeadLetter> due() {
    return letters
        .find(and(in("state", State.RETRYING, State.REDRIVING), lte("retryAt", clock.instant())))
        .sort(Sorts.ascending("retryAt"))
        .limit(PAGE)
        .into(new ArrayList<>());
  }

  /** Class and message; the kit's own failures quote no payload, foreign messages are left out. */
  private static String describe(RuntimeException cause) {
    String name = cause.getClass().getSimpleName();
    boolean ours = cause.getClass().getName().startsWith("org.nuanxin.");
    StackTraceElement[] trace = cause.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    return ours ? name + ": " + cause.getMessage() : name + where;
  }
}
