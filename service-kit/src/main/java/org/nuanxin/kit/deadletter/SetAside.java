package org.nuanxin.kit.deadletter;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.deadletter.DeadLetter.State;
import org.nuanxin.kit.mongo.DuplicateKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps records that cannot proceed as dead letters, and tells who must wait behind them. Storing
 * the same record twice keeps one.
 */
public class SetAside {

  private static final Logger log = LoggerFactory.getLogger(SetAside.class);

  private final MongoCollection<DeadLetter> letters;
  private final String service;
  private final Clock clock;
  private final MeterRegistry meters;

  SetAside(MongoDatabase database, String service, Clock clock, MeterRegistry meters) {
    this.letters = LetterCollection.of(database);
    this.service = service;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * Keeps a record that failed.
   *
   * @param retry whether it is tried again by itself; else it waits for an operator
   */
  public void store(
      String group, ConsumerRecord<String, byte[]> record, RuntimeException cause, boolean retry) {
    State state = retry ? State.RETRYING : State.OPEN;
    boolean isNew =
        insert(
            group,
            record,
            state,
            SafeCause.of(cause),
            cause.getClass().getSimpleName(),
            retry ? clock.instant().plus(Retries.after(1)) : null);
    if (isNew) {
      log.atWarn()
          .addKeyValue("letter", id(group, record))
          .addKeyValue("state", state)
          .addKeyValue("cause", SafeCause.of(cause))
          .log("A record was set aside");
    }
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

  /** False where it is kept already. */
  private boolean insert(
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
    try {
      letters.insertOne(
          new DeadLetter(
              id(group, record),
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
      return true;
    } catch (MongoWriteException e) {
      if (!DuplicateKeys.is(e)) {
        throw e;
      }
      return false;
    }
  }

  private String id(String group, ConsumerRecord<String, byte[]> record) {
    return "%s~%s.%s.%d.%d"
        .formatted(service, group, record.topic(), record.partition(), record.offset());
  }

  /**
   * Those of these subjects that have an unresolved letter of a group: what comes later must wait
   * for it, or for what is parked already. One indexed look-up.
   */
  public Set<String> blockedSubjects(String group, Set<String> subjects) {
    return LetterCollection.subjectsHaving(letters, LetterCollection.UNRESOLVED, group, subjects);
  }
}
