package org.nuanxin.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.testing.TestDatabase;
import org.nuanxin.notification.message.Language;
import org.nuanxin.notification.message.Message;
import org.nuanxin.notification.message.Messages;
import org.nuanxin.notification.message.Recipient;
import org.nuanxin.notification.message.Recipient.JoinedUnion;
import org.nuanxin.notification.message.Recipients;
import org.nuanxin.notification.message.Sms;
import org.nuanxin.notification.message.ToldMessages;
import org.nuanxin.notification.message.mongo.MongoMessages;
import org.nuanxin.notification.message.mongo.MongoRecipients;
import org.nuanxin.notification.sms.PendingSms;
import org.nuanxin.notification.sms.SmsQueue;
import org.nuanxin.notification.sms.SmsQueue.Settled;
import org.nuanxin.notification.sms.mongo.MongoLease;
import org.nuanxin.notification.sms.mongo.MongoSmsQueue;

/** What the ports promise, held against a real database. */
class StoresTest {

  private static final String FEDERATION = "460200";
  private static final JoinedUnion NO_UNION = JoinedUnion.NONE;
  private static final Instant NOW = ToldMessages.AT.plusSeconds(3600);
  private static final Instant LATER = NOW.plusSeconds(30);

  private TestDatabase database;
  private Messages messages;
  private Recipients recipients;
  private SmsQueue queue;

  @BeforeEach
  void stores() {
    database = TestDatabase.fresh();
    MongoMessages.createIndexes(database.get(), Duration.ofDays(730));
    MongoRecipients.createIndexes(database.get());
    messages = new MongoMessages(database.get(), new SimpleMeterRegistry());
    recipients = new MongoRecipients(database.get());
    queue = new MongoSmsQueue(database.get());
  }

  @AfterEach
  void dropDatabase() {
    database.get().drop();
    database.close();
  }

  @Nested
  class OfMessages {

    @Test
    void keepsWhatIsThereReadOrNot() {
      Message message = ToldMessages.welcome("m-1", 1);
      messages.store(List.of(message, message));
      messages.markRead("m-1", message.id());

      messages.store(List.of(message, ToldMessages.welcome("m-1", 2)));

      assertThat(messages.newest("m-1", null, 10))
          .extracting(Message::read)
          .containsExactly(false, true);
      assertThat(messages.unread("m-1", 999)).isEqualTo(1);
    }

    @Test
    void givesBackWhatWasStored() {
      Message message = ToldMessages.welcome("m-1", 1);
      messages.store(List.of(message));

      assertThat(messages.newest("m-1", null, 1)).containsExactly(message);
    }

    @Test
    void keepsThatSomebodyHasComeBack() {
      Message message = ToldMessages.joined(Language.EN, 2);
      messages.store(List.of(message));

      Message stored = messages.newest(message.memberId(), null, 1).getFirst();
      assertThat(stored.isOfComingBack()).isTrue();
      assertThat(stored).isEqualTo(message);
    }

    @Test
    void survivesConcurrentStoresOfTheSameBatch() {
      List<Message> batch =
          IntStream.range(0, 200).mapToObj(n -> ToldMessages.welcome("m-" + n % 7, n)).toList();

      IntStream.range(0, 8).parallel().forEach(i -> messages.store(batch));

      assertThat(database.get().getCollection(MongoMessages.COLLECTION).countDocuments())
          .isEqualTo(200);
    }

    @Test
    void separatesMembersWhoseIdsBeginAlike() {
      messages.store(
          List.of(
              ToldMessages.welcome("m", 1),
              ToldMessages.welcome("m.", 2),
              ToldMessages.welcome("m1", 3)));

      assertThat(messages.newest("m", null, 10)).extracting(Message::memberId).containsExactly("m");
      assertThat(messages.unread("m1", 999)).isEqualTo(1);
    }

    @Test
    void givesAMembersMessagesOnlyInTheMembersFederation() {
      Message older = ToldMessages.welcome("m-1", 1);
      Message newer = ToldMessages.welcome("m-1", 2);
      messages.store(List.of(newer, older));

      assertThat(messages.newestOf(FEDERATION, "m-1", null, 10)).containsExactly(newer, older);
      assertThat(messages.newestOf(FEDERATION, "m-1", newer.id(), 10)).containsExactly(older);
      assertThat(messages.newestOf("110000", "m-1", null, 10)).isEmpty();
    }

    @Test
    void marksOnlyOnesOwn() {
      Message message = ToldMessages.welcome("m-1", 1);
      messages.store(List.of(message));

      assertThat(messages.markRead("m-2", message.id())).isFalse();
      assertThat(messages.markRead("m-1", message.id())).isTrue();
      assertThat(messages.markRead("m-1", message.id())).isTrue();
    }

    @Test
    void changesHowLongMessagesAreKept() {
      MongoMessages.createIndexes(database.get(), Duration.ofDays(30));

      assertThat(
              database
                  .get()
                  .getCollection(MongoMessages.COLLECTION)
                  .listIndexes()
                  .into(new ArrayList<>()))
          .anyMatch(index ->
              index.containsKey("expireAfterSeconds")
                  && index.get("expireAfterSeconds", Number.class).longValue() == 30 * 86_400);
    }

    @Test
    void leavesAKindOfTheNextVersionToTheNextVersion() {
      Message message = ToldMessages.welcome("m-1", 1);
      messages.store(List.of(message, ToldMessages.welcome("m-1", 2)));
      database
          .get()
          .getCollection(MongoMessages.COLLECTION)
          .updateOne(
              new Document("_id", message.id().text()),
              new Document("$set", new Document("k", "OF_TOMORROW")));

      assertThat(messages.newest("m-1", null, 10)).hasSize(1);
    }
  }

  @Nested
  class OfRecipients {

    @Test
    void endsWithTheNewestPhoneInWhateverOrderEventsCome() {
      for (int seed = 0; seed < 20; seed++) {
        String member = "m-" + seed;
        List<Recipient> history = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
          history.add(
              new Recipient(
                  member, FEDERATION, member + "-phone-" + i, NO_UNION, i, NOW.plusSeconds(i)));
        }
        history.addAll(history);
        Collections.shuffle(history, new Random(seed));
        int cut = seed % history.size();
        recipients.bind(history.subList(0, cut));
        recipients.bind(history.subList(cut, history.size()));

        assertThat(recipients.memberOf(FEDERATION, member + "-phone-6")).contains(member);
        assertThat(recipients.memberOf(FEDERATION, member + "-phone-5")).isEmpty();
      }
    }

    @Test
    void endsWithTheNewestPhoneAlsoWhenAllComeAtOnce() {
      IntStream.rangeClosed(1, 40)
          .parallel()
          .forEach(i ->
              recipients.bind(
                  List.of(
                      new Recipient(
                          "m", FEDERATION, "phone-" + i, NO_UNION, i, NOW.plusSeconds(i)))));

      assertThat(recipients.memberOf(FEDERATION, "phone-40")).contains("m");
    }

    @Test
    void prefersWhoGotARecycledNumberLast() {
      recipients.bind(
          List.of(
              new Recipient("old", FEDERATION, "phone", NO_UNION, 9, NOW),
              new Recipient("new", FEDERATION, "phone", NO_UNION, 1, NOW.plusSeconds(60))));

      assertThat(recipients.memberOf(FEDERATION, "phone")).contains("new");
    }

    @Test
    void endsWithTheUnionOfTheLatestJoiningInWhateverOrderEventsCome() {
      for (int seed = 0; seed < 20; seed++) {
        String member = "u-" + seed;
        List<Recipient> history = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
          JoinedUnion union =
              i % 2 == 0 ? new JoinedUnion(List.of(FEDERATION, "union-" + i), i) : NO_UNION;
          history.add(new Recipient(member, FEDERATION, member + i, union, i, NOW.plusSeconds(i)));
        }
        // A new phone after the last joining.
        history.add(new Recipient(member, FEDERATION, member + 7, NO_UNION, 7, NOW.plusSeconds(7)));
        history.addAll(history);
        Collections.shuffle(history, new Random(seed));
        int cut = seed % history.size();
        recipients.bind(history.subList(0, cut));
        recipients.bind(history.subList(cut, history.size()));

        assertThat(recipients.unionPathOf(FEDERATION, member))
            .containsExactly(FEDERATION, "union-6");
        assertThat(recipients.memberOf(FEDERATION, member + 7)).contains(member);
      }
    }

    @Test
    void forgetTheUnionWhereALaterJoiningTellsNone() {
      recipients.bind(List.of(joinedAt(2, List.of(FEDERATION, "industry-courier"))));
      recipients.bind(List.of(joinedAt(4, List.of())));
      recipients.bind(List.of(joinedAt(2, List.of(FEDERATION, "industry-courier"))));

      assertThat(recipients.unionPathOf(FEDERATION, "m")).isEmpty();
    }

    @Test
    void tellNoUnionInAnotherFederationOrOfSomebodyNotKnown() {
      recipients.bind(List.of(joinedAt(2, List.of(FEDERATION, "industry-courier"))));

      assertThat(recipients.unionPathOf("460100", "m")).isEmpty();
      assertThat(recipients.unionPathOf(FEDERATION, "other")).isEmpty();
    }

    private static Recipient joinedAt(long sequence, List<String> path) {
      return new Recipient(
          "m", FEDERATION, "phone", new JoinedUnion(path, sequence), sequence, NOW);
    }

    @Test
    void keepsFederationsApart() {
      recipients.bind(List.of(new Recipient("m", FEDERATION, "phone", NO_UNION, 1, NOW)));

      assertThat(recipients.memberOf("460100", "phone")).isEmpty();
    }
  }

  @Nested
  class OfSms {

    @Test
    void givesWhatIsDueLongestWaitingFirst() {
      messages.store(List.of(ToldMessages.welcome("b", 2), ToldMessages.welcome("a", 1)));

      assertThat(queue.due(NOW, 10))
          .extracting(sms -> sms.message().memberId())
          .containsExactly("a", "b");
      assertThat(queue.due(NOW, 1)).hasSize(1);
      assertThat(queue.due(ToldMessages.AT, 10)).isEmpty();
      assertThat(queue.waiting()).isEqualTo(2);
    }

    @Test
    void settlesEachInItsOwnWay() {
      messages.store(
          IntStream.range(0, 4).mapToObj(n -> ToldMessages.welcome("m-" + n, n)).toList());
      List<PendingSms> due = queue.claim(queue.due(NOW, 10), NOW, LATER);

      List<Settled> settled =
          List.of(
              new Settled.Sent(due.get(0)),
              new Settled.Failed(due.get(1)),
              new Settled.Expired(due.get(2)),
              new Settled.Postponed(due.get(3), NOW.plusSeconds(60), true));
      queue.settle(settled);
      queue.settle(settled);

      assertThat(queue.due(NOW, 10)).isEmpty();
      PendingSms postponed = queue.due(NOW.plusSeconds(60), 10).getFirst();
      assertThat(postponed.attempts()).isEqualTo(1);
      assertThat(postponed.unsure()).isTrue();
      assertThat(
              IntStream.range(0, 3)
                  .mapToObj(n -> messages.newest("m-" + n, null, 1).getFirst().sms()))
          .containsExactly(Sms.SENT, Sms.FAILED, Sms.EXPIRED);
    }

    @Test
    void marksWhatIsClaimedAndLeavesItInTheQueueOfNobodyElse() {
      messages.store(List.of(ToldMessages.welcome("a", 1), ToldMessages.welcome("b", 2)));
      List<PendingSms> due = queue.due(NOW, 10);

      List<PendingSms> claimed = queue.claim(due.subList(0, 1), NOW, LATER);

      assertThat(claimed).hasSize(1).noneMatch(PendingSms::unsure);
      assertThat(queue.claim(due, NOW, LATER))
          .extracting(sms -> sms.message().memberId())
          .containsExactly("b");
      assertThat(queue.due(NOW, 10)).isEmpty();
      assertThat(queue.due(LATER, 10)).hasSize(2).allMatch(PendingSms::unsure);
    }

    @Test
    void givesEachToOneOfManyWhoClaimAtOnce() {
      messages.store(
          IntStream.range(0, 200).mapToObj(n -> ToldMessages.welcome("m-" + n, n)).toList());
      List<PendingSms> due = queue.due(NOW, 500);

      List<PendingSms> claimed =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(i -> queue.claim(due.subList(i * 10, 200 - i * 10), NOW, LATER))
              .flatMap(List::stream)
              .toList();

      assertThat(claimed).hasSize(200);
      assertThat(claimed)
          .extracting(sms -> sms.message().id())
          .doesNotHaveDuplicates()
          .hasSameSizeAs(due);
    }

    @Test
    void refusesAClaimByWhoDoesNotKnowThatItHasBecomeUnsure() {
      messages.store(List.of(ToldMessages.welcome("a", 1)));
      List<PendingSms> seenAsSure = queue.due(NOW, 10);
      List<PendingSms> claimed = queue.claim(seenAsSure, NOW, LATER);
      queue.settle(List.of(new Settled.Postponed(claimed.getFirst(), NOW, true)));

      assertThat(queue.claim(seenAsSure, NOW, LATER)).isEmpty();
      assertThat(queue.claim(queue.due(NOW, 10), NOW, LATER))
          .hasSize(1)
          .allMatch(PendingSms::unsure);
    }

    @Test
    void givesBackWhatWasNotTriedAsSureAsBeforeButOnlyWhileItIsClaimed() {
      messages.store(List.of(ToldMessages.welcome("a", 1)));
      PendingSms mine = queue.claim(queue.due(NOW, 10), NOW, LATER).getFirst();
      queue.settle(List.of(new Settled.Untried(mine, NOW)));

      PendingSms again = queue.due(NOW, 10).getFirst();
      assertThat(again.unsure()).isFalse();
      assertThat(again.attempts()).isZero();

      PendingSms slow = queue.claim(List.of(again), NOW, LATER).getFirst();
      queue.claim(queue.due(LATER, 10), LATER, LATER.plusSeconds(30));
      queue.settle(List.of(new Settled.Untried(slow, NOW)));
      assertThat(queue.due(LATER, 10)).isEmpty();
    }

    @Test
    void leavesAKindOfTheNextVersionToTheNextVersion() {
      Message message = ToldMessages.welcome("m-1", 1);
      messages.store(List.of(message, ToldMessages.welcome("m-2", 2)));
      database
          .get()
          .getCollection(MongoMessages.COLLECTION)
          .updateOne(
              new Document("_id", message.id().text()),
              new Document("$set", new Document("k", "OF_TOMORROW")));

      assertThat(queue.due(NOW, 10))
          .extracting(sms -> sms.message().memberId())
          .containsExactly("m-2");
    }

    @Test
    void leasesToOneAtATime() {
      List<MongoLease> all =
          IntStream.range(0, 8)
              .mapToObj(i -> new MongoLease(database.get(), "sms", "i-" + i))
              .toList();

      List<MongoLease> holders = all.parallelStream().filter(lease -> lease.hold(NOW)).toList();

      assertThat(holders).hasSize(1);
      MongoLease holder = holders.getFirst();
      MongoLease other = all.stream().filter(lease -> lease != holder).findAny().orElseThrow();
      assertThat(holder.hold(NOW.plusSeconds(15))).isTrue();
      assertThat(other.hold(NOW.plusSeconds(35))).isFalse();
      assertThat(other.hold(NOW.plusSeconds(46))).isTrue();
      assertThat(holder.hold(NOW.plusSeconds(47))).isFalse();
      other.release();
      assertThat(holder.hold(NOW.plusSeconds(48))).isTrue();
    }
  }

  @Test
  void scansNoCollection() {
    messages.store(
        IntStream.range(0, 300).mapToObj(n -> ToldMessages.welcome("m-" + n % 9, n)).toList());
    recipients.bind(List.of(new Recipient("m-1", FEDERATION, "phone", NO_UNION, 1, NOW)));
    database.get().runCommand(new Document("profile", 2));

    Message newest = messages.newest("m-1", null, 20).getFirst();
    messages.newest("m-1", newest.id(), 20);
    messages.newestOf(FEDERATION, "m-1", null, 20);
    messages.newestOf(FEDERATION, "m-1", newest.id(), 20);
    messages.unread("m-1", 999);
    messages.markRead("m-1", newest.id());
    messages.markAllRead("m-1");
    messages.store(List.of(newest));
    recipients.bind(List.of(new Recipient("m-1", FEDERATION, "other", NO_UNION, 2, NOW)));
    recipients.memberOf(FEDERATION, "other");
    List<PendingSms> claimed = queue.claim(queue.due(NOW, 10), NOW, LATER);
    queue.settle(
        List.of(new Settled.Sent(claimed.getFirst()), new Settled.Untried(claimed.get(1), NOW)));
    queue.waiting();
    new MongoLease(database.get(), "sms", "i").hold(NOW);
    database.get().runCommand(new Document("profile", 0));

    List<Document> plans =
        database
            .get()
            .getCollection("system.profile")
            .find(new Document("planSummary", new Document("$exists", true)))
            .into(new ArrayList<>());
    assertThat(plans).hasSizeGreaterThan(8);
    assertThat(plans).noneMatch(plan -> plan.getString("planSummary").contains("COLLSCAN"));
    assertThat(plans).allMatch(plan -> plan.get("docsExamined", Number.class).longValue() <= 100);
  }
}
