package org.nuanxin.kit.outbox;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.Topics;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.testing.TestDatabase;
import org.nuanxin.kit.testing.TestEvents;
import org.nuanxin.kit.testing.TestKafka;
import org.nuanxin.localstack.testing.TestBackends;

class OutboxTest {

  /** A document as any aggregate's store writes it. */
  public record Stored(@BsonId String id, long v, List<StoredEvent> outbox, Instant pendingSince) {}

  private static final Duration SOON = Duration.ofSeconds(60);

  private final TestDatabase database = TestDatabase.fresh();
  private final MongoCollection<Stored> documents =
      database.get().getCollection("documents", Stored.class);
  private final MongoCollection<BsonDocument> raw =
      database.get().getCollection("documents", BsonDocument.class);
  private final Producer<String, byte[]> producer = TestKafka.producer();
  private final List<OutboxRelay> relays = new ArrayList<>();
  private final String member = TestEvents.someone();

  OutboxTest() {
    Outbox.createIndex(raw);
  }

  @AfterEach
  void close() {
    relays.forEach(OutboxRelay::stop);
    producer.close();
    database.close();
  }

  @Nested
  class WhileAllIsWell {

    @Test
    void sendsWhatADocumentCarriesInOrderAndClearsIt() {
      OutboxRelay relay = running(producer);

      relay.offer(store(member, 2, joined(1), changed(2)));

      awaitCleared();
      assertThat(ids()).containsExactly(member + "-1", member + "-2");
    }

    @Test
    void sendsCloudEventsInBinaryMode() {
      running(producer).offer(store(member, 1, joined(1)));

      await().atMost(SOON).until(() -> !sent().isEmpty());
      ConsumerRecord<String, byte[]> record = sent().getFirst();
      assertThat(TestKafka.header(record, "ce_specversion")).isEqualTo("1.0");
      assertThat(TestKafka.header(record, "ce_id")).isEqualTo(member + "-1");
      assertThat(TestKafka.header(record, "ce_type"))
          .isEqualTo("org.nuanxin.membership.member.joined.v1");
      assertThat(TestKafka.header(record, "ce_source")).isEqualTo("urn:nuanxin:kit");
      assertThat(TestKafka.header(record, "ce_subject")).isEqualTo(member);
      assertThat(TestKafka.header(record, "ce_time")).isEqualTo("2026-11-24T01:05:00Z");
      assertThat(TestKafka.header(record, "ce_sequence")).isEqualTo("1");
      assertThat(TestKafka.header(record, "traceparent")).isEqualTo(TestEvents.TRACE);
      assertThat(TestKafka.header(record, "content-type")).isEqualTo("application/json");
      assertThat(new String(record.value())).isEqualTo(joined(1).data());
    }

    @Test
    void doesNotClearWhatANewerVersionAdded() {
      OutboxRelay relay = running(producer);
      Pending first = store(member, 1, joined(1));
      raw.updateOne(
          eq("_id", member),
          Updates.combine(Updates.set("v", 2L), Updates.push("outbox", changed(2))));

      relay.offer(first);
      await().atMost(SOON).until(() -> ids().contains(member + "-1"));
      relay.stop();

      assertThat(documents.find(eq("_id", member)).first().outbox()).hasSize(2);
      assertThat(sweepAsAnotherInstance()).isEqualTo(1);
      awaitCleared();
      assertThat(ids()).containsSubsequence(member + "-1", member + "-2");
    }
  }

  @Nested
  class AfterACrash {

    @Test
    void beforeTheSendSweepsWhatWasStored() {
      store(member, 1, joined(1));

      assertThat(sweepAsAnotherInstance()).isEqualTo(1);

      awaitCleared();
      assertThat(ids()).containsExactly(member + "-1");
    }

    @Test
    void beforeTheBrokersAckSweepsWhatWasStored() {
      AtomicBoolean dead = new AtomicBoolean(true);
      OutboxRelay crashing = running(TestKafka.failing(producer, record -> dead.get()));
      crashing.offer(store(member, 1, joined(1)));
      await().atMost(SOON).until(() -> !crashing.isInFlight(member));

      sweepAsAnotherInstance();

      awaitCleared();
      assertThat(ids()).containsExactly(member + "-1");
    }

    @Test
    void afterTheBrokersAckSendsTheSameCopyAgain() {
      StoredEvent event = joined(1);
      store(member, 1, event);
      new EventPublisher(producer, "urn:nuanxin:kit").sendAndAwait(List.of(event));
      // Here the process died: acknowledged by the broker, not cleared in the document.

      sweepAsAnotherInstance();

      awaitCleared();
      List<ConsumerRecord<String, byte[]>> copies = sent();
      assertThat(copies).hasSize(2);
      assertThat(copies.get(1).value()).isEqualTo(copies.get(0).value());
      assertThat(copies.get(1).headers()).isEqualTo(copies.get(0).headers());
    }

    @Test
    void leavesYoungDocumentsToTheInstanceThatWroteThem() {
      store(member, 1, joined(1));
      OutboxRelay relay = running(producer);

      assertThat(sweeper(relay, Duration.ofHours(1), later()).sweep()).isZero();
    }

    @Test
    void doesNotOfferWhatIsUnderWayAlready() {
      OutboxRelay notStarted = relay(producer);
      notStarted.offer(store(member, 1, joined(1)));

      assertThat(sweeper(notStarted, Duration.ZERO, later()).sweep()).isZero();
    }
  }

  @Nested
  class AnEventOfATypeOnlyANewerBuildKnows {

    private final String other = TestEvents.someone();

    @Test
    void staysInItsDocumentAndHoldsUpNobody() {
      OutboxRelay relay = running(producer);

      relay.offer(store(other, 1, ofTomorrow(other)));
      relay.offer(store(member, 1, joined(1)));

      awaitCleared();
      await().atMost(SOON).until(() -> !relay.isInFlight(other));
      assertThat(documents.find(eq("_id", other)).first().outbox()).hasSize(1);
    }

    @Test
    void isPassedByWhenSwept() {
      store(other, 1, ofTomorrow(other));
      String unreadable = TestEvents.someone();
      store(unreadable, 1, joined(1));
      raw.updateOne(eq("_id", unreadable), Updates.set("outbox", List.of("of tomorrow")));
      store(member, 1, joined(1));

      assertThat(sweepAsAnotherInstance()).isEqualTo(1);

      awaitCleared();
      assertThat(documents.find(eq("_id", other)).first().outbox()).hasSize(1);
      assertThat(relays.getLast().noteUnsendable(2)).isFalse();
    }

    private StoredEvent ofTomorrow(String key) {
      return new StoredEvent(
          key + "-1", "org.nuanxin.membership.member.sang.v9", key, 1, TestEvents.AT, null, "{}");
    }
  }

  @Nested
  class WhileTheBrokerIsAway {
    private final Producer<String, byte[]> impatient = TestKafka.impatientProducer();

    @AfterEach
    void closeTheImpatient() {
      // Before the relay's own end, so that nothing in its hands is waited for.
      impatient.close(Duration.ZERO);
    }

    @Test
    void acceptsStoresAndSendsAllWhenItIsBack() {
      OutboxRelay relay = running(impatient);
      OutboxSweeper sweeper = sweeper(relay, Duration.ZERO, later());
      TestBackends.broker().stop();
      List<String> members = new ArrayList<>();
      try {
        // Longer than the producer's delivery timeout: what was handed over is given up.
        await()
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(100))
            .until(() -> {
              String someone = TestEvents.someone();
              members.add(someone);
              relay.offer(store(someone, 1, TestEvents.joined(someone, 1)));
              return !relay.isInFlight(members.getFirst());
            });
      } finally {
        TestBackends.broker().start();
      }

      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> {
            sweeper.sweep();
            return raw.countDocuments(
                    new BsonDocument("pendingSince", new BsonDocument("$exists", BsonBoolean.TRUE)))
                == 0;
          });
      assertThat(members)
          .allSatisfy(m -> assertThat(TestKafka.records(Topics.MEMBERSHIP, m)).isNotEmpty());
    }

    @Test
    void dropsOffersBeyondItsQueueInsteadOfHoldingUpTheWriter() {
      SimpleMeterRegistry meters = new SimpleMeterRegistry();
      OutboxRelay notStarted =
          new OutboxRelay(raw, new EventPublisher(producer, "urn:nuanxin:kit"), meters);

      for (int i = 0; i <= OutboxRelay.QUEUE; i++) {
        notStarted.offer(new Pending(member + i, 1, List.of(joined(1))));
      }

      assertThat(meters.get("nuanxin.outbox.offers.dropped").counter().count()).isEqualTo(1);
      assertThat(notStarted.isInFlight(member + OutboxRelay.QUEUE)).isFalse();
      assertThat(notStarted.isSaturated()).isTrue();
    }

    @Test
    void doesNotSweepWhileTheRelayIsSaturated() {
      store(member, 1, joined(1));
      OutboxRelay notStarted = relay(producer);
      for (int i = 0; i < OutboxRelay.QUEUE; i++) {
        notStarted.offer(new Pending(member + i, 1, List.of(joined(1))));
      }

      assertThat(sweeper(notStarted, Duration.ZERO, later()).sweep()).isZero();
    }
  }

  @Test
  void findsPendingDocumentsByTheirPartialIndexOnly() {
    store(member, 1, joined(1));

    BsonDocument plan =
        raw.find(Outbox.pendingBefore(later().instant()))
            .hintString(Outbox.INDEX)
            .explain(BsonDocument.class);

    assertThat(plan.toJson()).contains("IXSCAN").doesNotContain("COLLSCAN");
  }

  private Pending store(String id, long version, StoredEvent... events) {
    documents.insertOne(new Stored(id, version, List.of(events), TestEvents.AT));
    return new Pending(id, version, List.of(events));
  }

  private StoredEvent joined(long sequence) {
    return TestEvents.joined(member, sequence);
  }

  private StoredEvent changed(long sequence) {
    return TestEvents.phoneChanged(member, sequence);
  }

  private OutboxRelay relay(Producer<String, byte[]> through) {
    return new OutboxRelay(
        raw, new EventPublisher(through, "urn:nuanxin:kit"), new SimpleMeterRegistry());
  }

  private OutboxRelay running(Producer<String, byte[]> through) {
    OutboxRelay relay = relay(through);
    relay.start();
    relays.add(relay);
    return relay;
  }

  private int sweepAsAnotherInstance() {
    return sweeper(running(producer), Duration.ZERO, later()).sweep();
  }

  private OutboxSweeper sweeper(OutboxRelay relay, Duration grace, Clock clock) {
    return new OutboxSweeper(raw, relay, clock, Duration.ofSeconds(1), grace);
  }

  private static Clock later() {
    return Clock.fixed(TestEvents.AT.plusSeconds(1), ZoneOffset.UTC);
  }

  private void awaitCleared() {
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(raw.find(eq("_id", member)).first())
                .doesNotContainKeys("outbox", "pendingSince"));
  }

  private List<ConsumerRecord<String, byte[]>> sent() {
    return TestKafka.records(Topics.MEMBERSHIP, member);
  }

  private List<String> ids() {
    return sent().stream().map(record -> TestKafka.header(record, "ce_id")).toList();
  }
}
