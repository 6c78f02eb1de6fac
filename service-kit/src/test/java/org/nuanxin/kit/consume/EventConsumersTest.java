package org.nuanxin.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.events.EventType;
import org.nuanxin.events.MemberJoined;
import org.nuanxin.events.Topics;
import org.nuanxin.kit.deadletter.DeadLetter;
import org.nuanxin.kit.deadletter.DeadLetters;
import org.nuanxin.kit.deadletter.RedriveClaims;
import org.nuanxin.kit.deadletter.TestDeadLetters;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.testing.TestDatabase;
import org.nuanxin.kit.testing.TestEvents;
import org.nuanxin.kit.testing.TestKafka;
import org.nuanxin.localstack.testing.TestBackends;
import org.springframework.context.support.GenericApplicationContext;

class EventConsumersTest {

  /** An effect as a service stores it: its id derives from the cause, its event is frozen in it. */
  public record Effect(@BsonId String id, StoredEvent event, int writtenByAttempt) {}

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Set<EventType> TYPES =
      Set.of(EventType.MEMBER_JOINED, EventType.MEMBER_PHONE_CHANGED);

  private final TestDatabase database = TestDatabase.fresh();
  private final MongoCollection<Effect> effects =
      database.get().getCollection("effects", Effect.class);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TestDeadLetters store =
      TestDeadLetters.in(database.get(), Clock.systemUTC(), meters);
  private final DeadLetters deadLetters = store.letters();
  private final Producer<String, byte[]> producer = TestKafka.producer();
  private final EventPublisher publisher = new EventPublisher(producer, "urn:nuanxin:kit");
  private final String group = "test." + UUID.randomUUID();
  private final List<EventConsumers> started = new ArrayList<>();
  private final String run = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  private final AtomicInteger attempts = new AtomicInteger();
  private final List<String> handled = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    started.forEach(EventConsumers::stop);
    producer.close();
    database.close();
  }

  @Nested
  class TheSameEvent {

    @Test
    void tenTimesHasOneEffectAndResendsTheFrozenEvent() {
      StoredEvent joined = TestEvents.joined(member(1), 1);
      consume(EventConsumersTest.this::grant, publisher);

      for (int i = 0; i < 10; i++) {
        publisher.sendAndAwait(List.of(joined));
      }

      await().atMost(SOON).until(() -> grantsSent(member(1)).size() == 10);
      assertThat(handled).hasSize(10);
      assertThat(effects.countDocuments()).isEqualTo(1);
      assertThat(grantsSent(member(1))).containsOnly(effects.find().first().event().data());
    }

    @Test
    void isTakenUpAgainAfterACrashBetweenEffectAndEvent() {
      AtomicInteger refusals = new AtomicInteger(2);
      Producer<String, byte[]> crashing =
          TestKafka.failing(
              producer,
              record -> record.topic().equals(Topics.BENEFITS) && refusals.getAndDecrement() > 0);
      consume(EventConsumersTest.this::grant, new EventPublisher(crashing, "urn:nuanxin:kit"));

      publisher.sendAndAwait(List.of(TestEvents.joined(member(1), 1)));

      await().atMost(SOON).until(() -> grantsSent(member(1)).size() == 1);
      Effect effect = effects.find().first();
      assertThat(effect.writtenByAttempt()).isEqualTo(1);
      assertThat(attempts.get()).isEqualTo(3);
      assertThat(grantsSent(member(1))).containsExactly(effect.event().data());
      assertThat(unresolved()).isZero();
    }

    @Test
    void isNotHandledAgainByTheNextStartOnceItsOffsetIsCommitted() {
      EventConsumers first = consume(EventConsumersTest.this::grant, publisher);
      publisher.sendAndAwait(List.of(TestEvents.joined(member(1), 1)));
      await().atMost(SOON).until(() -> handled.size() == 1);
      first.stop();

      consume(EventConsumersTest.this::grant, publisher);
      publisher.sendAndAwait(List.of(TestEvents.joined(member(2), 1)));

      await().atMost(SOON).until(() -> handled.contains(member(2)));
      assertThat(handled).containsExactly(member(1), member(2));
    }
  }

  @Nested
  class AnOutage {

    @Test
    void holdsTheBatchUntilItIsOverAndLosesNothing() {
      AtomicInteger outages = new AtomicInteger(4);
      consume(
          batch -> {
            if (outages.getAndDecrement() > 0) {
              throw new MongoTimeoutException("no primary");
            }
            return grant(batch);
          },
          publisher);
      for (int i = 0; i < 20; i++) {
        publisher.sendAndAwait(List.of(TestEvents.joined(member(i), 1)));
      }

      await().atMost(SOON).until(() -> effects.countDocuments() == 20);
      assertThat(unresolved()).isZero();
    }
  }

  @Nested
  class APoisonRecord {

    @Test
    void inABatchOf500StopsNobodyElse() {
      List<StoredEvent> events = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        events.add(TestEvents.joined(member(i), 1));
      }
      publisher.sendAndAwait(events);
      String poison = member(250);

      consume(batch -> failingFor(poison, batch), publisher);

      await().atMost(SOON).until(() -> effects.countDocuments() == 499);
      await().atMost(SOON).until(() -> unresolved() == 1);
      DeadLetter letter = deadLetters.list(null, poison, null, 10).getFirst();
      assertThat(letter.state()).isEqualTo(DeadLetter.State.OPEN);
      assertThat(letter.cause()).startsWith("IllegalStateException at ").doesNotContain("secret");
      assertThat(letter.eventId()).isEqualTo(poison + "-1");
      assertThat(new String(letter.data())).isEqualTo(TestEvents.joined(poison, 1).data());
    }

    @Test
    void thatTheDatabaseRefusesIsSetAsideAndTheRestGoesOn() {
      String poison = member(3);
      consume(
          batch -> {
            if (batch.stream().anyMatch(event -> event.key().equals(poison))) {
              throw refusedByTheDatabase();
            }
            return grant(batch);
          },
          publisher);

      publisher.sendAndAwait(
          IntStream.range(0, 6).mapToObj(i -> TestEvents.joined(member(i), 1)).toList());

      await().atMost(SOON).until(() -> effects.countDocuments() == 5);
      await().atMost(SOON).until(() -> unresolved() == 1);
      assertThat(deadLetters.list(null, poison, null, 1).getFirst().cause())
          .startsWith("MongoCommandException");
      // Counted after it is stored.
      await().atMost(SOON).until(() -> setAsideFor("MongoCommandException") == 1);
    }

    @Test
    void withAnUnreadablePayloadIsKeptWhole() {
      consume(EventConsumersTest.this::grant, publisher);
      StoredEvent good = TestEvents.joined(member(1), 1);

      publisher.sendAndAwait(
          List.of(
              new StoredEvent(
                  good.id(), good.type(), good.key(), 1, good.time(), null, "{\"broken\": "),
              TestEvents.joined(member(2), 1)));

      await().atMost(SOON).until(() -> effects.countDocuments() == 1);
      await().atMost(SOON).until(() -> unresolved() == 1);
      assertThat(deadLetters.list(null, member(1), null, 10).getFirst().cause())
          .startsWith("UnreadableEvent");
    }

    @Test
    void withoutHeadersIsKeptWhole() {
      consume(EventConsumersTest.this::grant, publisher);

      producer.send(
          new ProducerRecord<>(
              Topics.MEMBERSHIP, member(1), "no headers".getBytes(StandardCharsets.UTF_8)));

      await().atMost(SOON).until(() -> deadLetters.list(null, member(1), null, 10).size() == 1);
      assertThat(deadLetters.list(null, member(1), null, 10).getFirst().cause())
          .isEqualTo("BrokenRecord: ce_type is missing");
    }

    @Test
    void ofATypeNobodyKnowsPassesBy() {
      consume(EventConsumersTest.this::grant, publisher);
      ProducerRecord<String, byte[]> foreign =
          new ProducerRecord<>(Topics.MEMBERSHIP, member(1), new byte[] {'{', '}'});
      foreign.headers().add("ce_type", "org.nuanxin.membership.member.sang.v9".getBytes());
      producer.send(foreign);
      publisher.sendAndAwait(List.of(TestEvents.joined(member(1), 1)));

      await().atMost(SOON).until(() -> handled.contains(member(1)));
      assertThat(deadLetters.list(null, member(1), null, 10)).isEmpty();
    }
  }

  @Nested
  class AConsumer {

    @Test
    void thatStopsByItselfIsStartedAgain() {
      AtomicInteger errors = new AtomicInteger(1);
      consume(
          batch -> {
            if (errors.getAndDecrement() > 0) {
              throw new AssertionError("no fault of a record");
            }
            return grant(batch);
          },
          publisher);

      publisher.sendAndAwait(List.of(TestEvents.joined(member(1), 1)));

      await().atMost(SOON).until(() -> effects.countDocuments() == 1);
      assertThat(meters.get("nuanxin.consumer.restarts").counter().count()).isEqualTo(1);
    }

    @Test
    void isNamedAfterItsHostUnlessConfigured() throws Exception {
      assertThat(InstanceName.of("pod-3", "kit")).isEqualTo("pod-3");
      assertThat(InstanceName.of("", "kit"))
          .isEqualTo("kit-" + InetAddress.getLocalHost().getHostName());
    }
  }

  @Nested
  class ARecordToBeTriedLater {

    @Test
    void isTriedAgainByItselfUntilItWorks() {
      AtomicBoolean notYet = new AtomicBoolean(true);
      Subscription subscription =
          subscription(batch -> {
            if (notYet.get()) {
              throw new RetryLater("not yet");
            }
            return grant(batch);
          });
      consume(subscription, publisher);
      DueRetries retries =
          new DueRetries(new Redrive(List.of(subscription), publisher, store.claims()));
      publisher.sendAndAwait(List.of(TestEvents.joined(member(1), 1)));
      await().atMost(SOON).until(() -> unresolved() == 1);
      assertThat(deadLetters.list(null, member(1), null, 1).getFirst().state())
          .isEqualTo(DeadLetter.State.RETRYING);

      notYet.set(false);
      retries.start();
      await().atMost(SOON).until(() -> unresolved() == 0);
      retries.stop();

      assertThat(effects.countDocuments()).isEqualTo(1);
      assertThat(grantsSent(member(1))).hasSize(1);
    }
  }

  @Nested
  class ARedrive {

    private volatile boolean mended;

    private final Subscription subscription =
        new Subscription(
            group,
            Topics.MEMBERSHIP,
            TYPES,
            Set.of(EventType.MEMBER_PHONE_CHANGED),
            batch -> mended ? grant(batch) : failingFor(member(1), batch));

    @Test
    void handlesTheLetterAndWhatIsParkedBehindItInOrder() {
      consume(subscription, publisher);
      publisher.sendAndAwait(
          List.of(TestEvents.joined(member(1), 1), TestEvents.phoneChanged(member(1), 2)));
      await().atMost(SOON).until(() -> unresolved() == 2);
      assertThat(deadLetters.list(DeadLetter.State.PARKED, member(1), null, 10)).hasSize(1);
      handled.clear();
      mended = true;

      assertThat(redrive().redrive(open())).isEqualTo(new Redrive.Resolved(1));

      assertThat(unresolved()).isZero();
      assertThat(effects.countDocuments()).isEqualTo(2);
    }

    @Test
    void releasesWhatIsParkedBehindNothing() {
      mended = true;
      for (int i = 0; i < RedriveClaims.PAGE + 20; i++) {
        park(member(1), i);
      }
      park(member(2), 1_000);
      store.setAside().store(group, record(member(2), 999), new IllegalStateException(), false);

      redrive().releaseStranded();

      assertThat(effects.countDocuments()).isEqualTo(RedriveClaims.PAGE + 20);
      assertThat(deadLetters.list(DeadLetter.State.PARKED, member(1), null, 1)).isEmpty();
      assertThat(deadLetters.list(DeadLetter.State.PARKED, member(2), null, 9)).hasSize(1);
    }

    @Test
    void asksForNoMoreThanItsBatchAndByAnIndex() {
      park(member(1), 1);
      store.setAside().store(group, record(member(2), 2), new IllegalStateException(), false);
      // What is parked already goes first, so it blocks like any other.
      database.get().runCommand(new Document("profile", 2));

      assertThat(store.setAside().blockedSubjects(group, Set.of(member(1), member(3))))
          .containsExactly(member(1));
      assertThat(store.claims().stranded(group)).containsExactly(member(1));

      database.get().runCommand(new Document("profile", 0));
      assertThat(
              database
                  .get()
                  .getCollection("system.profile")
                  .find(new Document("ns", database.get().getName() + ".deadLetters"))
                  .map(each -> each.getString("planSummary"))
                  .into(new ArrayList<>()))
          .isNotEmpty()
          .allMatch(plan -> plan.contains("{ group: 1, state: 1, subject: 1 }"));
    }

    private void park(String subject, int offset) {
      store.setAside().park(group, record(subject, offset));
    }

    private ConsumerRecord<String, byte[]> record(String subject, int offset) {
      StoredEvent event = TestEvents.phoneChanged(subject, offset);
      var record =
          new ConsumerRecord<>(
              Topics.MEMBERSHIP, 0, offset, subject, event.data().getBytes(StandardCharsets.UTF_8));
      Map.of(
              "ce_id", event.id(),
              "ce_type", event.type(),
              "ce_source", "urn:nuanxin:kit",
              "ce_subject", event.key(),
              "ce_time", event.time().toString(),
              "ce_sequence", Long.toString(event.sequence()))
          .forEach((name, value) -> record.headers().add(name, value.getBytes()));
      return record;
    }

    @Test
    void saysSoWhenItFailsAgain() {
      consume(subscription, publisher);
      publisher.sendAndAwait(List.of(TestEvents.joined(member(1), 1)));
      await().atMost(SOON).until(() -> unresolved() == 1);

      assertThat(redrive().redrive(open()))
          .isEqualTo(new Redrive.FailedAgain("IllegalStateException"));
      assertThat(deadLetters.find(open()).orElseThrow().attempts()).isEqualTo(2);
    }

    @Test
    void byManyAtOnceHappensOnce() throws Exception {
      consume(subscription, publisher);
      publisher.sendAndAwait(List.of(TestEvents.joined(member(1), 1)));
      await().atMost(SOON).until(() -> unresolved() == 1);
      String letter = open();
      handled.clear();
      mended = true;

      List<Callable<Redrive.Outcome>> calls =
          Collections.nCopies(20, () -> redrive().redrive(letter));
      int resolved = 0;
      try (ExecutorService operators = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var outcome : operators.invokeAll(calls)) {
          resolved += outcome.get() instanceof Redrive.Resolved ? 1 : 0;
        }
      }

      assertThat(resolved).isEqualTo(1);
      assertThat(handled).containsExactly(member(1));
    }

    @Test
    void ofAnUnknownLetterClaimsNothing() {
      assertThat(redrive().redrive("kit~nothing")).isEqualTo(new Redrive.NotClaimed());
    }

    private Redrive redrive() {
      return new Redrive(List.of(subscription), publisher, store.claims());
    }

    private String open() {
      return deadLetters.list(DeadLetter.State.OPEN, member(1), null, 1).getFirst().id();
    }
  }

  /** What a service does: one effect for each event, its own event frozen inside. */
  private List<StoredEvent> grant(List<ReceivedEvent> batch) {
    int attempt = attempts.incrementAndGet();
    List<Effect> wanted = new ArrayList<>();
    for (ReceivedEvent event : ours(batch)) {
      handled.add(event.key());
      if (event.type() == EventType.MEMBER_JOINED) {
        event.as(MemberJoined.class);
      }
      String id = event.key() + ':' + event.sequence();
      wanted.add(
          new Effect(id, TestEvents.grantIssued(event, id, "by attempt " + attempt), attempt));
    }
    return Effects.insertOrLoad(effects, wanted, Effect::id).stream().map(Effect::event).toList();
  }

  private static MongoCommandException refusedByTheDatabase() {
    return new MongoCommandException(
        BsonDocument.parse("{ok: 0, code: 11000, errmsg: 'E11000 duplicate key'}"),
        new ServerAddress());
  }

  private List<StoredEvent> failingFor(String poison, List<ReceivedEvent> batch) {
    if (batch.stream().anyMatch(event -> event.key().equals(poison))) {
      throw new IllegalStateException("secret detail");
    }
    return grant(batch);
  }

  /** The topics are shared by all tests of this JVM; each looks at its own members only. */
  private List<ReceivedEvent> ours(List<ReceivedEvent> batch) {
    return batch.stream().filter(event -> event.key().startsWith(run)).toList();
  }

  /** Unresolved letters of this test's members; other tests leave broken records on the topic. */
  private long unresolved() {
    return deadLetters.list(null, null, null, 1_000).stream()
        .filter(letter -> String.valueOf(letter.subject()).startsWith(run))
        .count();
  }

  private double setAsideFor(String cause) {
    return meters
        .find("nuanxin.deadletters.stored")
        .tags("group", group, "cause", cause)
        .counters()
        .stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  private String member(int number) {
    return run + '-' + number;
  }

  private Subscription subscription(BatchHandler handler) {
    return new Subscription(
        group,
        Topics.MEMBERSHIP,
        TYPES,
        Set.of(),
        batch -> ours(batch).isEmpty() ? List.of() : handler.handle(ours(batch)));
  }

  private EventConsumers consume(BatchHandler handler, EventPublisher through) {
    return consume(subscription(handler), through);
  }

  private EventConsumers consume(Subscription subscription, EventPublisher through) {
    EventConsumers consumers = consumers(subscription, through, true);
    consumers.start();
    return consumers;
  }

  private EventConsumers consumers(
      Subscription subscription, EventPublisher through, boolean autoStart) {
    EventConsumers consumers =
        new EventConsumers(
            List.of(subscription),
            Map.of("bootstrap.servers", TestBackends.kafka()),
            new ConsumerSettings(1, 1, 20, autoStart),
            "kit-" + UUID.randomUUID(),
            through,
            store.setAside(),
            meters);
    started.add(consumers);
    return consumers;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void startWithTheApplicationUnlessItOnlyAnswersCalls(boolean autoStart) {
    EventConsumers consumers =
        consumers(subscription(EventConsumersTest.this::grant), publisher, autoStart);
    try (GenericApplicationContext application = new GenericApplicationContext()) {
      application.registerBean(EventConsumers.class, () -> consumers);
      application.refresh();
      assertThat(consumers.isRunning()).isEqualTo(autoStart);
    }
  }

  private static List<String> grantsSent(String member) {
    return TestKafka.records(Topics.BENEFITS, member).stream()
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .toList();
  }
}
