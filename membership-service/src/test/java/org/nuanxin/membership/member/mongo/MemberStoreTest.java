package org.nuanxin.membership.member.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.Topics;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.outbox.GroupCommit;
import org.nuanxin.kit.outbox.Outbox;
import org.nuanxin.kit.outbox.OutboxFull;
import org.nuanxin.kit.outbox.OutboxRelay;
import org.nuanxin.kit.outbox.OutboxSweeper;
import org.nuanxin.kit.testing.TestDatabase;
import org.nuanxin.kit.testing.TestKafka;
import org.nuanxin.kit.web.Unavailable;
import org.nuanxin.localstack.testing.TestBackends;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.MemberFixtures;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.member.Rejection;

/** The store against a real MongoDB and a real broker, one instance or two, whole or killed. */
class MemberStoreTest {

  private final TestDatabase database = TestDatabase.fresh();
  private final MongoCollection<BsonDocument> documents =
      database.get().getCollection(MemberIndexes.MEMBERS, BsonDocument.class);
  private final Producer<String, byte[]> producer = TestKafka.producer();
  private final EventPublisher publisher = new EventPublisher(producer, "urn:nuanxin:test");
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Instance> instances = new ArrayList<>();

  /** One process of the service, as far as storing goes. */
  private final class Instance {
    private final OutboxRelay relay = new OutboxRelay(documents, publisher, meters);
    private final GroupCommit<BsonDocument> commit = new GroupCommit<>(documents, 1000, meters);
    private final Members members = new MongoMembers(database.get(), commit, relay);

    /** Stores, but is dead before it sends: its relay never starts. */
    static final boolean KILLED_BEFORE_SENDING = false;

    Instance start(boolean sends) {
      if (sends) {
        relay.start();
      }
      commit.start();
      instances.add(this);
      return this;
    }

    OutboxSweeper sweeper() {
      return new OutboxSweeper(
          documents, relay, Clock.systemUTC(), Duration.ofSeconds(1), Duration.ZERO);
    }
  }

  @BeforeEach
  void createIndexes() {
    new MemberIndexes().create(database.get());
  }

  @AfterEach
  void stop() {
    instances.forEach(each -> {
      each.commit.stop();
      each.relay.stop();
    });
    producer.close(Duration.ofSeconds(1));
    database.get().drop();
    database.close();
  }

  @Test
  void givesBackWhatWasStored() {
    Instance instance = new Instance().start(true);
    Member member = MemberFixtures.inReview();

    assertThat(instance.members.add(member)).isTrue();

    assertThat(instance.members.find("460200", member.id()))
        .contains(MemberFixtures.withoutRecorded(member));
    assertThat(instance.members.find("110000", member.id())).isEmpty();
    assertThat(instance.members.withPhone("460200", member.identity().phoneIndex())).isPresent();
    assertThat(instance.members.withIdNumber("460200", member.identity().ids())).isPresent();
    assertThat(instance.members.withKey("460200", member.keys().getFirst().hash())).isPresent();
    assertThat(instance.members.findAll("460200", List.of(member.id(), "x"))).hasSize(1);
  }

  /** The federation is the shard key: a change that does not name it cannot be sent to a shard. */
  @Test
  void namesTheFederationInEveryChange() {
    Instance instance = new Instance().start(true);
    Member here = MemberFixtures.joined();
    instance.members.add(here);
    Member elsewhere =
        new Member(
            here.id(),
            "110000",
            here.version(),
            here.identity(),
            here.applications(),
            here.membership(),
            here.keys(),
            List.of());

    Member leftElsewhere = elsewhere.leave(MemberFixtures.AT);

    assertThatThrownBy(() -> instance.members.save(leftElsewhere))
        .isInstanceOf(Members.Overtaken.class);
    assertThat(instance.members.find("460200", here.id()))
        .contains(MemberFixtures.withoutRecorded(here));
  }

  @Test
  void clearsTheOutboxOnceTheBrokerHasEverything() {
    Instance instance = new Instance().start(true);
    Member member = MemberFixtures.joined();
    instance.members.add(member);

    awaitCleared(member);
    assertThat(TestKafka.records(Topics.MEMBERSHIP, member.id())).hasSize(2);
  }

  @Nested
  class WhenTheProcessDies {

    @Test
    void anotherSendsWhatItHadStoredAndNotSent() {
      Member member = MemberFixtures.joined();
      new Instance().start(Instance.KILLED_BEFORE_SENDING).members.add(member);
      assertThat(TestKafka.records(Topics.MEMBERSHIP, member.id())).isEmpty();

      Instance survivor = new Instance().start(true);
      survivor.sweeper().sweep();

      awaitCleared(member);
      assertThat(TestKafka.records(Topics.MEMBERSHIP, member.id()))
          .extracting(event -> TestKafka.header(event, "ce_sequence"))
          .containsExactly("1", "2");
    }

    @Test
    void whoeverWritesNextSendsTheEarlierEventsFirst() {
      Member member = MemberFixtures.joined();
      new Instance().start(Instance.KILLED_BEFORE_SENDING).members.add(member);

      Instance survivor = new Instance().start(true);
      survivor.members.save(
          survivor.members.find("460200", member.id()).orElseThrow().leave(MemberFixtures.AT));

      awaitCleared(member);
      assertThat(TestKafka.records(Topics.MEMBERSHIP, member.id()))
          .extracting(event -> TestKafka.header(event, "ce_sequence"))
          .containsExactly("1", "2", "3");
    }
  }

  @Nested
  class WhenTwoInstancesSaveTheSamePerson {

    @Test
    void oneGetsThroughAndTheOtherIsToldSo() throws InterruptedException {
      Instance one = new Instance().start(true);
      Instance two = new Instance().start(true);
      Member member = MemberFixtures.inReview();
      one.members.add(member);
      Member read = one.members.find("460200", member.id()).orElseThrow();

      List<Boolean> stored =
          atOnce(
              List.of(
                  saving(
                      one, read, it -> it.reject("one", Rejection.because("x"), MemberFixtures.AT)),
                  saving(two, read, it -> it.withdraw(MemberFixtures.AT)),
                  saving(one, read, it -> it.withdraw(MemberFixtures.AT)),
                  saving(
                      two,
                      read,
                      it -> it.reject("two", Rejection.because("x"), MemberFixtures.AT))));

      assertThat(stored).containsOnlyOnce(true);
      Member now = two.members.find("460200", member.id()).orElseThrow();
      assertThat(now.version()).isEqualTo(2);
    }

    @Test
    void oneOfManyNewDocumentsOfAPersonIsStored() throws InterruptedException {
      Instance one = new Instance().start(true);
      Instance two = new Instance().start(true);
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        calls.add(() -> one.members.add(MemberFixtures.somebodyCalled("same")));
        calls.add(() -> two.members.add(MemberFixtures.somebodyCalled("same")));
      }

      assertThat(atOnce(calls)).containsOnlyOnce(true).contains(false);
      assertThat(documents.countDocuments()).isEqualTo(1);
    }
  }

  @Test
  void refusesAChangeWhenTooMuchIsUnsent() {
    Instance instance = new Instance().start(Instance.KILLED_BEFORE_SENDING);
    Member member = MemberFixtures.joined();
    instance.members.add(member);
    for (int sent = 2; sent < Outbox.BOUND; sent++) {
      instance.members.save(changed(instance, member));
    }

    assertThatThrownBy(() -> instance.members.save(changed(instance, member)))
        .isInstanceOf(OutboxFull.class);
    assertThat(instance.members.find("460200", member.id()).orElseThrow().version())
        .isEqualTo(Outbox.BOUND);
  }

  @Test
  void tellsThatAPhoneIsTaken() {
    Instance instance = new Instance().start(true);
    Member one = MemberFixtures.joined();
    Member two = MemberFixtures.joined();
    instance.members.add(one);
    instance.members.add(two);
    Member read = instance.members.find("460200", one.id()).orElseThrow();

    assertThatThrownBy(() ->
            instance.members.save(
                read.changePhone(MemberFixtures.withPhonesOf(read, two), MemberFixtures.AT)))
        .isInstanceOf(Members.Taken.class);
  }

  @Test
  void acceptsApplicationsWhileTheBrokerIsDownAndSendsThemAfterwards() {
    Instance instance = new Instance().start(true);
    List<Member> accepted = new ArrayList<>();
    TestBackends.broker().stop();
    try {
      for (int i = 0; i < 20; i++) {
        Member member = MemberFixtures.joined();
        assertThat(instance.members.add(member)).isTrue();
        accepted.add(member);
      }
    } finally {
      TestBackends.broker().start();
    }

    OutboxSweeper sweeper = instance.sweeper();
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> {
          sweeper.sweep();
          assertThat(accepted).allSatisfy(member -> assertThat(isCleared(member)).isTrue());
        });
    assertThat(accepted)
        .allSatisfy(member ->
            assertThat(TestKafka.records(Topics.MEMBERSHIP, member.id()))
                .extracting(event -> TestKafka.header(event, "ce_sequence"))
                .startsWith("1")
                .contains("2"));
  }

  @Test
  void leasesNumbersThatNobodyElseGets() throws InterruptedException {
    Set<String> numbers = ConcurrentHashMap.newKeySet();
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      LeasedNumbers leased = new LeasedNumbers(database.get(), ZoneId.of("Asia/Shanghai"));
      for (int j = 0; j < 300; j++) {
        calls.add(() -> numbers.add(leased.next("460200", Instant.parse("2026-11-24T01:00:00Z"))));
      }
    }

    assertThat(atOnce(calls)).containsOnly(true);
    assertThat(numbers)
        .hasSize(1200)
        .allSatisfy(number -> {
          assertThat(number).matches("460200-2026-\\d{7}-\\d");
          int dash = number.lastIndexOf('-');
          assertThat(LeasedNumbers.checkDigit(number.substring(0, dash)))
              .isEqualTo(number.charAt(dash + 1) - '0');
        });
    assertThat(
            new LeasedNumbers(database.get(), ZoneId.of("Asia/Shanghai"))
                .next("460200", Instant.parse("2026-12-31T16:00:00Z")))
        .startsWith("460200-2027-0000001");
  }

  @Test
  void refusesNumbersSoonWhileNoneCanBeLeased() throws Exception {
    try (MongoClient away =
        MongoClients.create(
            "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=8000&connectTimeoutMS=500")) {
      LeasedNumbers leased =
          new LeasedNumbers(away.getDatabase("none"), ZoneId.of("Asia/Shanghai"));
      Instant at = Instant.parse("2026-11-24T01:00:00Z");
      // It tries again at once, while its failure holds, however late this thread hears of it.
      FutureTask<?> leasing =
          new FutureTask<>(
              () -> {
                assertThatThrownBy(() -> leased.next("1", at)).isInstanceOf(MongoException.class);
                assertThatThrownBy(() -> leased.next("1", at)).isInstanceOf(Unavailable.class);
              },
              null);
      Thread first = Thread.ofVirtual().start(leasing);
      await().until(() -> first.getState() == Thread.State.TIMED_WAITING);
      List<Callable<Boolean>> waiting =
          Collections.nCopies(
              8,
              () -> {
                assertThatThrownBy(() -> leased.next("1", at)).isInstanceOf(Unavailable.class);
                return true;
              });

      long before = System.nanoTime();
      assertThat(atOnce(waiting)).containsOnly(true);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(6));

      leasing.get();
    }
  }

  private Member changed(Instance instance, Member member) {
    Member read = instance.members.find("460200", member.id()).orElseThrow();
    return read.changePhone(MemberFixtures.withAnotherPhone(read), MemberFixtures.AT);
  }

  private static Callable<Boolean> saving(
      Instance instance, Member read, UnaryOperator<Member> change) {
    return () -> {
      try {
        instance.members.save(change.apply(read));
        return true;
      } catch (Members.Overtaken e) {
        return false;
      }
    };
  }

  private static List<Boolean> atOnce(List<Callable<Boolean>> calls) throws InterruptedException {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      return callers.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }

  private void awaitCleared(Member member) {
    await().atMost(Duration.ofSeconds(60)).until(() -> isCleared(member));
  }

  private boolean isCleared(Member member) {
    BsonDocument document = documents.find(Filters.eq("_id", member.id())).first();
    return document != null
        && !document.containsKey(Outbox.EVENTS)
        && !document.containsKey(Outbox.PENDING_SINCE);
  }
}
