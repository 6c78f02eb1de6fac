package org.nuanxin.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.EventType;
import org.nuanxin.events.Topics;
import org.nuanxin.kit.consume.DryRun.Result;
import org.nuanxin.kit.consume.DryRun.Why;
import org.nuanxin.kit.deadletter.TestDeadLetters;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.testing.MovableClock;
import org.nuanxin.kit.testing.TestDatabase;
import org.nuanxin.kit.testing.TestEvents;

class DryRunTest {

  private static final String GROUP = "test.dry-run";

  private final TestDatabase database = TestDatabase.fresh();
  private final MovableClock clock = MovableClock.at(Instant.parse("2026-11-26T01:00:00Z"));
  private final TestDeadLetters store =
      TestDeadLetters.in(database.get(), clock, new SimpleMeterRegistry());
  private final List<String> handled = new ArrayList<>();

  @AfterEach
  void close() {
    database.close();
    assertThat(handled).as("what the handler was given").isEmpty();
  }

  @Test
  void saysThatAnOpenLetterRunsAndHowManyFollow() {
    String id = setAside("m1", 1, false);
    park("m1", 2);
    park("m1", 3);
    park("m2", 4);

    assertThat(look(id)).isEqualTo(new Result(true, Why.READY, null, 2));
  }

  @Test
  void leavesOutLettersOfAnotherGroup() {
    String id = setAside("m1", 1, false);
    store.setAside().park("test.other", record("m1", 2));

    assertThat(look(id).following()).isZero();
  }

  @Test
  void saysThatOneWhichIsTriedByItselfCanBeTriedNow() {
    assertThat(look(setAside("m1", 1, true))).isEqualTo(new Result(true, Why.BY_ITSELF, null, 0));
  }

  @Nested
  class OfAParkedLetter {

    @Test
    void namesTheOldestBeforeIt() {
      String first = setAside("m1", 1, false);
      park("m1", 2);
      String third = park("m1", 3);
      park("m1", 4);

      assertThat(look(third)).isEqualTo(new Result(true, Why.BEHIND, first, 2));
    }

    @Test
    void namesNoneWhereNoneIsBeforeIt() {
      String parked = park("m1", 2);
      setAside("m1", 3, false);
      setAside("m2", 1, false);

      assertThat(look(parked)).isEqualTo(new Result(true, Why.READY, null, 0));
    }
  }

  @Nested
  class OfAClaimedLetter {

    @Test
    void doesNothingWhileItsHolderMayLive() {
      String id = setAside("m1", 1, false);
      store.claims().claim(id);

      assertThat(look(id)).isEqualTo(new Result(false, Why.UNDER_WAY, null, 0));
    }

    @Test
    void wouldTakeItOverFromADeadHolder() {
      String id = setAside("m1", 1, false);
      store.claims().claim(id);
      clock.advance(Duration.ofMinutes(1));

      assertThat(look(id)).isEqualTo(new Result(true, Why.BY_ITSELF, null, 0));
    }

    @Test
    void doesNothingOnceItIsResolved() {
      String id = setAside("m1", 1, false);
      store.claims().claim(id);
      store.claims().resolve(id);

      assertThat(look(id)).isEqualTo(new Result(false, Why.DONE, null, 0));
    }
  }

  @Nested
  class OfALetterThatCannotBeRead {

    @Test
    void saysSoOfItsPayload() {
      assertThat(look(broken(with(record("m1", 1), "{\"joinedAt\":\"yesterday\"}"))))
          .isEqualTo(new Result(false, Why.UNREADABLE, null, 0));
      assertThat(look(broken(with(record("m1", 2), "no json"))).why()).isEqualTo(Why.UNREADABLE);
    }

    @Test
    void saysSoOfItsHeaders() {
      ConsumerRecord<String, byte[]> record = record("m1", 1);
      record.headers().remove("ce_time");

      assertThat(look(broken(record)).why()).isEqualTo(Why.UNREADABLE);
    }

    @Test
    void saysSoOfARecordWithoutAKey() {
      var record =
          new ConsumerRecord<String, byte[]>(Topics.MEMBERSHIP, 0, 1, null, "{}".getBytes());

      assertThat(look(broken(record)).why()).isEqualTo(Why.UNREADABLE);
    }

    @Test
    void saysWhereNobodyReadsForItsGroup() {
      var record = record("m1", 1);
      store.setAside().store("test.gone", record, new IllegalStateException(), false);

      assertThat(look("kit~test.gone." + Topics.MEMBERSHIP + ".0.1").why())
          .isEqualTo(Why.NO_CONSUMER);
    }

    private String broken(ConsumerRecord<String, byte[]> record) {
      store.setAside().store(GROUP, record, new IllegalStateException(), false);
      return id(record.offset());
    }
  }

  @Test
  void knowsNothingOfAnUnknownLetter() {
    assertThat(dryRun().of("kit~nothing")).isEmpty();
  }

  /** Looks, and holds what is stored before and after against each other, byte for byte. */
  private Result look(String id) {
    Set<RawBsonDocument> before = stored();
    Result result = dryRun().of(id).orElseThrow();
    assertThat(stored()).isEqualTo(before);
    return result;
  }

  private Set<RawBsonDocument> stored() {
    return database
        .get()
        .getCollection("deadLetters", RawBsonDocument.class)
        .find()
        .into(new ArrayList<>())
        .stream()
        .collect(Collectors.toSet());
  }

  private DryRun dryRun() {
    Subscription subscription =
        Subscription.of(
            GROUP,
            Topics.MEMBERSHIP,
            Set.of(EventType.MEMBER_JOINED),
            batch -> {
              batch.forEach(event -> handled.add(event.id()));
              return List.of();
            });
    return new DryRun(List.of(subscription), store.letters(), store.claims());
  }

  private String setAside(String subject, int offset, boolean retry) {
    store.setAside().store(GROUP, record(subject, offset), new IllegalStateException("why"), retry);
    return id(offset);
  }

  private String park(String subject, int offset) {
    store.setAside().park(GROUP, record(subject, offset));
    return id(offset);
  }

  private static String id(long offset) {
    return "kit~" + GROUP + '.' + Topics.MEMBERSHIP + ".0." + offset;
  }

  private static ConsumerRecord<String, byte[]> record(String subject, int offset) {
    StoredEvent event = TestEvents.joined(subject, offset);
    var record =
        with(new ConsumerRecord<>(Topics.MEMBERSHIP, 0, offset, subject, null), event.data());
    Map.of(
            "ce_id", event.id(),
            "ce_type", event.type(),
            "ce_time", event.time().toString(),
            "ce_sequence", Long.toString(event.sequence()))
        .forEach((name, value) -> record.headers().add(name, value.getBytes()));
    return record;
  }

  private static ConsumerRecord<String, byte[]> with(
      ConsumerRecord<String, byte[]> record, String data) {
    var other =
        new ConsumerRecord<>(
            record.topic(),
            record.partition(),
            record.offset(),
            record.key(),
            data.getBytes(StandardCharsets.UTF_8));
    record.headers().forEach(other.headers()::add);
    return other;
  }
}
