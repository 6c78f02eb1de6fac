package org.nuanxin.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.testing.MovableClock;
import org.nuanxin.kit.testing.TestDatabase;
import org.nuanxin.notification.message.Kind;
import org.nuanxin.notification.message.Language;
import org.nuanxin.notification.message.Message;
import org.nuanxin.notification.message.Messages;
import org.nuanxin.notification.message.Sms;
import org.nuanxin.notification.message.ToldMessages;
import org.nuanxin.notification.message.mongo.MongoMessages;
import org.nuanxin.notification.sms.Contacts;
import org.nuanxin.notification.sms.Deliveries;
import org.nuanxin.notification.sms.PendingSms;
import org.nuanxin.notification.sms.SendSms;
import org.nuanxin.notification.sms.SendSms.Batch;
import org.nuanxin.notification.sms.SmsQueue;
import org.nuanxin.notification.sms.SmsQueue.Settled;
import org.nuanxin.notification.sms.mongo.MongoLease;
import org.nuanxin.notification.sms.mongo.MongoSmsQueue;
import org.nuanxin.notification.sms.worker.SmsWorker;
import org.nuanxin.notification.template.Templates;

/** That nobody gets a text twice, whatever happens to the senders; on the real queue. */
class SendSmsTest {

  private static final Instant NOW = ToldMessages.AT.plusSeconds(3600);
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Templates TEMPLATES = Templates.load(ZoneOffset.UTC);
  private static final Contacts CONTACTS =
      ids -> ids.stream().collect(Collectors.toMap(Function.identity(), id -> "+86-" + id));

  private final MovableClock clock = MovableClock.at(NOW);
  private final PlainProvider provider = new PlainProvider();
  private TestDatabase database;
  private Messages messages;
  private SmsQueue queue;

  @BeforeEach
  void stores() {
    database = TestDatabase.fresh();
    MongoMessages.createIndexes(database.get(), Duration.ofDays(730));
    messages = new MongoMessages(database.get(), new SimpleMeterRegistry());
    queue = new MongoSmsQueue(database.get());
  }

  @AfterEach
  void dropDatabase() {
    database.get().drop();
    database.close();
  }

  @Test
  void asksByTheKeyAfterACrashBetweenSendingAndNotingIt() {
    welcome(5);
    assertThatThrownBy(() -> sender(new DyingQueue(queue), CONTACTS, 32).batch(() -> true))
        .isInstanceOf(MongoException.class);
    assertThat(provider.arrived()).hasSize(5);

    sender(1).batch(() -> true);
    assertThat(provider.asked()).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    sender(1).batch(() -> true);

    assertThat(provider.asked()).containsExactlyInAnyOrderElementsOf(provider.arrived().keySet());
    assertThat(provider.arrived().values()).containsOnly(1);
    assertThat(states(Sms.SENT)).isEqualTo(5);
  }

  @Test
  void postponesAloneAMessageThatHasNoTextAnyMore() {
    welcome(5);
    messages.store(List.of(withoutText()));

    Batch batch = sender(32).batch(() -> true);

    assertThat(batch.settled()).filteredOn(Settled.Sent.class::isInstance).hasSize(5);
    assertThat(batch.settled()).filteredOn(Settled.Broken.class::isInstance).hasSize(1);
    assertThat(states(Sms.SENT)).isEqualTo(5);
    assertThat(queue.due(NOW, 10)).isEmpty();
    PendingSms postponed = queue.due(NOW.plusSeconds(5), 10).getFirst();
    assertThat(postponed.attempts()).isEqualTo(1);
    assertThat(postponed.unsure()).isFalse();
  }

  @Test
  void postponesAloneAMessageAtWhichACallFailsInAWayOfItsOwn() {
    welcome(5);
    CountDownLatch first = new CountDownLatch(1);
    provider.whileTaking(() -> {
      if (first.getCount() > 0) {
        first.countDown();
        throw new IllegalStateException("On purpose");
      }
    });

    sender(1).batch(() -> true);
    assertThat(states(Sms.SENT)).isEqualTo(4);
    clock.advance(Duration.ofSeconds(5));
    sender(1).batch(() -> true);

    assertThat(states(Sms.SENT)).isEqualTo(5);
    assertThat(provider.asked()).hasSize(1);
    assertThat(provider.arrived().values()).containsOnly(1);
  }

  @Test
  void sendsEachOnceThoughTwoInstancesHaveSeenTheSame() {
    welcome(100);
    CyclicBarrier bothHaveSeen = new CyclicBarrier(2);
    Contacts contacts =
        ids -> {
          await(bothHaveSeen);
          return CONTACTS.phonesOf(ids);
        };

    List<Batch> batches =
        Stream.of(1, 2)
            .map(i -> startThread(() -> sender(queue, contacts, 8).batch(() -> true)))
            .toList()
            .stream()
            .map(SendSmsTest::result)
            .toList();

    assertThat(batches).extracting(Batch::taken).containsExactly(100, 100);
    assertThat(provider.arrived()).hasSize(100);
    assertThat(provider.arrived().values()).containsOnly(1);
    assertThat(states(Sms.SENT)).isEqualTo(100);
  }

  @Test
  void sendsSeveralInOneCall() {
    welcome(25);

    bundler().batch(() -> true);

    assertThat(provider.bundles()).containsExactlyInAnyOrder(10, 10, 5);
    assertThat(provider.arrived()).hasSize(25);
    assertThat(states(Sms.SENT)).isEqualTo(25);
  }

  @Test
  void asksForEachByItsKeyAfterTheAnswerToABundleWasLost() {
    welcome(10);
    provider.losesAnswers(true);

    bundler().batch(() -> true);
    provider.losesAnswers(false);
    assertThat(queue.due(NOW, 20)).isEmpty();
    clock.advance(Duration.ofSeconds(5));
    bundler().batch(() -> true);

    assertThat(provider.asked()).hasSize(10);
    assertThat(provider.bundles()).containsExactly(10);
    assertThat(provider.arrived().values()).containsOnly(1);
    assertThat(states(Sms.SENT)).isEqualTo(10);
  }

  @Test
  void asksForEachByItsKeyAfterACrashBetweenSendingABundleAndNotingIt() {
    welcome(10);
    assertThatThrownBy(() -> sender(new DyingQueue(queue), CONTACTS, 8, 10).batch(() -> true))
        .isInstanceOf(MongoException.class);

    clock.advance(Duration.ofMinutes(1));
    bundler().batch(() -> true);

    assertThat(provider.asked()).hasSize(10);
    assertThat(provider.arrived().values()).containsOnly(1);
    assertThat(states(Sms.SENT)).isEqualTo(10);
  }

  @Test
  void sendsThemSinglyToAProviderThatTakesNoBundles() {
    welcome(15);
    provider.takesNoBundles();

    bundler().batch(() -> true);

    assertThat(provider.bundles()).containsExactlyInAnyOrder(10, 5);
    assertThat(provider.arrived()).hasSize(15);
    assertThat(provider.arrived().values()).containsOnly(1);
    assertThat(states(Sms.SENT)).isEqualTo(15);
  }

  @Test
  void beginsNoSingleSendThatMightOutlastItsClaimAfterABundleWasRefused() {
    welcome(5);
    provider.takesNoBundles();
    provider.whileTaking(() -> clock.advance(Duration.ofSeconds(10)));

    sender(queue, CONTACTS, 1, 10).batch(() -> true);

    assertThat(states(Sms.SENT)).isEqualTo(2);
    assertThat(queue.due(clock.instant(), 10)).hasSize(3).noneMatch(PendingSms::unsure);
  }

  @Test
  void sendsTheOthersOfABundleWhereOneHasNoTextAnyMore() {
    welcome(5);
    messages.store(List.of(withoutText()));

    Batch batch = bundler().batch(() -> true);

    assertThat(provider.bundles()).containsExactly(5);
    assertThat(batch.settled()).filteredOn(Settled.Broken.class::isInstance).hasSize(1);
    assertThat(states(Sms.SENT)).isEqualTo(5);
    assertThat(queue.due(NOW.plusSeconds(5), 10)).hasSize(1).noneMatch(PendingSms::unsure);
  }

  @Test
  void asksForEachByItsKeyWhereABundleFailedInAWayOfItsOwn() {
    welcome(5);
    provider.whileTaking(() -> {
      throw new IllegalStateException("On purpose");
    });
    bundler().batch(() -> true);
    provider.whileTaking(() -> {});
    clock.advance(Duration.ofSeconds(5));

    bundler().batch(() -> true);

    assertThat(provider.asked()).hasSize(5);
    assertThat(provider.arrived().values()).containsOnly(1);
    assertThat(states(Sms.SENT)).isEqualTo(5);
  }

  @Test
  void beginsNoSendThatMightOutlastItsClaim() {
    welcome(5);
    provider.whileTaking(() -> clock.advance(Duration.ofSeconds(10)));

    Batch slow = sender(1).batch(() -> true);

    assertThat(slow.isHeldUp()).isFalse();
    assertThat(states(Sms.SENT)).isEqualTo(2);
    assertThat(queue.due(clock.instant(), 10)).hasSize(3).noneMatch(PendingSms::unsure);
  }

  @Test
  void notesWhatWasSentWhenItIsStoppedInTheMiddle() {
    welcome(5);
    CountDownLatch inHand = new CountDownLatch(2);
    CountDownLatch answer = new CountDownLatch(1);
    provider.whileTaking(() -> {
      inHand.countDown();
      await(answer);
    });
    SmsWorker worker = worker(2);
    worker.start();
    await(inHand);

    Thread stop = Thread.ofVirtual().start(worker::stop);
    Awaitility.await().atMost(SOON).until(() -> !worker.isRunning());
    answer.countDown();
    Awaitility.await().atMost(SOON).until(() -> !stop.isAlive());

    assertThat(states(Sms.SENT)).isEqualTo(2);
    assertThat(queue.due(NOW, 10)).hasSize(3).noneMatch(PendingSms::unsure);
    assertThat(database.get().getCollection("leases").countDocuments()).isZero();

    sender(32).batch(() -> true);
    assertThat(provider.arrived()).hasSize(5);
    assertThat(provider.arrived().values()).containsOnly(1);
    assertThat(provider.asked()).isEmpty();
  }

  private void welcome(int people) {
    messages.store(
        IntStream.range(0, people).mapToObj(n -> ToldMessages.welcome("m-" + n, n)).toList());
  }

  /** As a deploy leaves it that takes the text of a kind away while some still wait. */
  private static Message withoutText() {
    Message told = ToldMessages.bare(Kind.MEMBER_LEFT, Language.EN);
    return new Message(
        told.id(),
        told.federation(),
        told.memberId(),
        told.at(),
        told.kind(),
        told.language(),
        Map.of(),
        Sms.PENDING,
        false);
  }

  private long states(Sms state) {
    return database
        .get()
        .getCollection(MongoMessages.COLLECTION)
        .countDocuments(new Document("sms", state.name()));
  }

  private SendSms sender(int atOnce) {
    return sender(queue, CONTACTS, atOnce);
  }

  private SendSms sender(SmsQueue of, Contacts contacts, int atOnce) {
    return sender(of, contacts, atOnce, 1);
  }

  private SendSms sender(SmsQueue of, Contacts contacts, int atOnce, int bundle) {
    return new SendSms(
        of,
        contacts,
        new Deliveries(provider, TEMPLATES, atOnce, bundle),
        Duration.ofHours(24),
        clock);
  }

  private SendSms bundler() {
    return sender(queue, CONTACTS, 8, 10);
  }

  private SmsWorker worker(int atOnce) {
    return new SmsWorker(
        sender(atOnce),
        queue,
        new MongoLease(database.get(), "sms", "i-1"),
        clock,
        Duration.ofMillis(10),
        new SimpleMeterRegistry());
  }

  private static Future<Batch> startThread(Callable<Batch> work) {
    FutureTask<Batch> task = new FutureTask<>(work);
    Thread.ofVirtual().start(task);
    return task;
  }

  private static Batch result(Future<Batch> future) {
    try {
      return future.get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The real queue of a process that dies before it notes anything. */
  private record DyingQueue(SmsQueue queue) implements SmsQueue {

    @Override
    public List<PendingSms> due(Instant now, int limit) {
      return queue.due(now, limit);
    }

    @Override
    public List<PendingSms> claim(List<PendingSms> due, Instant now, Instant until) {
      return queue.claim(due, now, until);
    }

    @Override
    public void settle(List<Settled> settled) {
      throw new MongoException("Killed");
    }

    @Override
    public long waiting() {
      return queue.waiting();
    }
  }
}
