package org.nuanxin.membership.member.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.mongo.Ids;
import org.nuanxin.kit.outbox.GroupCommit;
import org.nuanxin.kit.outbox.Outbox;
import org.nuanxin.kit.outbox.OutboxFull;
import org.nuanxin.kit.outbox.OutboxRelay;
import org.nuanxin.kit.pii.TestPii;
import org.nuanxin.kit.testing.TestDatabase;
import org.nuanxin.kit.testing.TestKafka;
import org.nuanxin.membership.identity.SealedIdentities;
import org.nuanxin.membership.member.Identities;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.MemberFixtures;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.member.Person;
import org.nuanxin.membership.member.RelinkPhone;

/** Giving and taking numbers on a real MongoDB; nothing is sent, so that outboxes can be read. */
class RelinkPhoneTest {

  private static final String FEDERATION = "460200";
  private static final String RECYCLED = "+8613800138000";
  private static final String ANOTHER = "+8613800138001";
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final TestDatabase database = TestDatabase.fresh();
  private final MongoCollection<BsonDocument> documents =
      database.get().getCollection(MemberIndexes.MEMBERS, BsonDocument.class);
  private final Producer<String, byte[]> producer = TestKafka.producer();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final GroupCommit<BsonDocument> commit = new GroupCommit<>(documents, 1000, meters);
  private final Members members =
      new MongoMembers(
          database.get(),
          commit,
          new OutboxRelay(documents, new EventPublisher(producer, "urn:nuanxin:test"), meters));
  private final Identities identities =
      new SealedIdentities(TestPii.personalData(), TestPii.blindIndex());
  private final RelinkPhone relink = new RelinkPhone(members, identities, Clock.systemUTC());
  private final List<String> writtenDown = Collections.synchronizedList(new ArrayList<>());
  private final RelinkPhone.Desk desk =
      new RelinkPhone.Desk(FEDERATION, member -> true, member -> writtenDown.add(member.id()));

  @BeforeEach
  void createIndexes() {
    new MemberIndexes().create(database.get());
    commit.start();
  }

  @AfterEach
  void stop() {
    commit.stop();
    producer.close(Duration.ofSeconds(1));
    database.get().drop();
    database.close();
  }

  private Member with(String phone) {
    String id = Ids.next(MemberFixtures.AT);
    Person person = new Person("符亚海", "1101051949" + NEXT.incrementAndGet(), phone);
    Member member =
        Member.apply(
            id,
            FEDERATION,
            identities.seal(
                id,
                person,
                identities.idIndexes(person.idNumber()),
                identities.phoneIndexes(phone)),
            MemberFixtures.submission(id, List.of()));
    assertThat(members.add(member)).isTrue();
    return member;
  }

  private Member now(Member member) {
    return members.find(FEDERATION, member.id()).orElseThrow();
  }

  private String phoneOf(Member member) {
    return identities.open(member.id(), now(member).identity()).phone();
  }

  private Optional<Member> holder(String phone) {
    return members.withPhone(FEDERATION, identities.phoneIndexes(phone).getFirst());
  }

  private String lastEvent(Member member) {
    BsonDocument stored = documents.find(new Document("_id", member.id())).first();
    assertThat(stored).isNotNull();
    return stored.getArray(Outbox.EVENTS).getLast().asDocument().toJson();
  }

  /** As it stands in the text of an event within a document's. */
  private static String told(String field, String value) {
    return "\\\"" + field + "\\\":\\\"" + value + "\\\"";
  }

  @Test
  void takesTheNumberFromWhoHadItAndGivesItToWhoHoldsItNow() {
    Member before = with(RECYCLED);
    Member after = with(ANOTHER);

    RelinkPhone.Linked linked = relink.link(desk, after.id(), RECYCLED).orElseThrow();

    assertThat(linked.takenFrom()).isEqualTo(before.id());
    assertThat(holder(RECYCLED)).map(Member::id).contains(after.id());
    assertThat(holder(ANOTHER)).isEmpty();
    assertThat(phoneOf(after)).isEqualTo(RECYCLED);
    assertThat(phoneOf(before)).isEmpty();
    assertThat(now(before).identity().hasPhone()).isFalse();
    assertThat(writtenDown).containsExactly(after.id(), before.id());
  }

  @Test
  void tellsOtherServicesOfBoth() {
    Member before = with(RECYCLED);
    Member after = with(ANOTHER);

    relink.link(desk, after.id(), RECYCLED);

    assertThat(lastEvent(before))
        .contains("phone-changed")
        .contains(told("phoneIndex", "none:" + before.id()))
        .contains(told("formerPhoneIndex", identities.phoneIndexes(RECYCLED).getFirst()));
    assertThat(lastEvent(after))
        .contains("phone-changed")
        .contains(told("phoneIndex", identities.phoneIndexes(RECYCLED).getFirst()))
        .contains(told("formerPhoneIndex", identities.phoneIndexes(ANOTHER).getFirst()));
    assertThat(now(before).version()).isEqualTo(before.version() + 1);
    assertThat(now(after).version()).isEqualTo(after.version() + 1);
  }

  @Test
  void changesNothingWhereThePersonHasTheNumberAlready() {
    Member member = with(RECYCLED);

    RelinkPhone.Linked linked = relink.link(desk, member.id(), RECYCLED).orElseThrow();

    assertThat(linked.takenFrom()).isNull();
    assertThat(now(member).version()).isEqualTo(member.version());
    assertThat(writtenDown).containsExactly(member.id());
  }

  @Test
  void givesANumberThatNobodyHas() {
    Member member = with(ANOTHER);

    assertThat(relink.link(desk, member.id(), RECYCLED).orElseThrow().takenFrom()).isNull();

    assertThat(phoneOf(member)).isEqualTo(RECYCLED);
  }

  @Test
  void leavesTheNumberToNobodyUntilItsNewHolderApplies() {
    Member before = with(RECYCLED);
    Member other = with(ANOTHER);

    assertThat(relink.unlink(desk, before.id())).isPresent();
    assertThat(relink.unlink(desk, other.id())).isPresent();
    assertThat(relink.unlink(desk, before.id())).isPresent();

    assertThat(holder(RECYCLED)).isEmpty();
    assertThat(now(before).version()).isEqualTo(before.version() + 1);
    Member newcomer = with(RECYCLED);
    assertThat(holder(RECYCLED)).map(Member::id).contains(newcomer.id());
  }

  @Test
  void givesAnotherNumberToWhoLostTheirs() {
    Member before = with(RECYCLED);
    relink.unlink(desk, before.id());

    relink.link(desk, before.id(), ANOTHER);

    assertThat(phoneOf(before)).isEqualTo(ANOTHER);
    assertThat(holder(ANOTHER)).map(Member::id).contains(before.id());
  }

  @Test
  void comesToItsEndWhenItIsRepeatedAfterItEndedBetweenTheTwoWrites() {
    Member before = with(RECYCLED);
    Member after = with(ANOTHER);
    while (now(after).version() < Outbox.BOUND) {
      members.save(now(after).changePhone(now(after).identity(), MemberFixtures.AT));
    }

    assertThatThrownBy(() -> relink.link(desk, after.id(), RECYCLED))
        .isInstanceOf(OutboxFull.class);
    assertThat(holder(RECYCLED)).isEmpty();
    assertThat(phoneOf(before)).isEmpty();

    documents.updateOne(
        new Document("_id", after.id()),
        new Document("$unset", new Document(Outbox.EVENTS, "").append(Outbox.PENDING_SINCE, "")));
    assertThat(relink.link(desk, after.id(), RECYCLED).orElseThrow().takenFrom()).isNull();

    assertThat(holder(RECYCLED)).map(Member::id).contains(after.id());
  }

  @Test
  void takesANumberOnceOfFiftyCallsAtOnce() throws InterruptedException {
    Member before = with(RECYCLED);
    Member after = with(ANOTHER);

    List<Optional<RelinkPhone.Linked>> all =
        atOnce(Collections.nCopies(50, () -> relink.link(desk, after.id(), RECYCLED)));

    assertThat(all).allSatisfy(linked -> assertThat(linked).isPresent());
    assertThat(
            all.stream()
                .map(Optional::orElseThrow)
                .map(RelinkPhone.Linked::takenFrom)
                .filter(Objects::nonNull))
        .containsExactly(before.id());
    assertThat(now(before).version()).isEqualTo(before.version() + 1);
    assertThat(now(after).version()).isEqualTo(after.version() + 1);
  }

  @Test
  void neverLeavesANumberToTwoWhoAreGivenItAtOnce() throws InterruptedException {
    Member before = with(RECYCLED);
    Member one = with(ANOTHER);
    Member two = with("+8613800138002");
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      calls.add(() -> linked(one));
      calls.add(() -> linked(two));
    }

    assertThat(atOnce(calls)).contains(true);

    String index = identities.phoneIndexes(RECYCLED).getFirst();
    assertThat(documents.countDocuments(new Document(MemberForm.PHONES, index))).isEqualTo(1);
    assertThat(holder(RECYCLED).orElseThrow().id()).isIn(one.id(), two.id());
    assertThat(phoneOf(before)).isEmpty();
  }

  private boolean linked(Member member) {
    try {
      return relink.link(desk, member.id(), RECYCLED).isPresent();
    } catch (Members.Overtaken e) {
      return false;
    }
  }

  @Test
  void findsNobodyBeyondTheDesk() {
    Member before = with(RECYCLED);
    Member after = with(ANOTHER);
    RelinkPhone.Desk elsewhere =
        new RelinkPhone.Desk(FEDERATION, member -> false, member -> writtenDown.add(member.id()));
    RelinkPhone.Desk ofAnotherFederation =
        new RelinkPhone.Desk("110000", member -> true, member -> writtenDown.add(member.id()));

    for (RelinkPhone.Desk stranger : List.of(elsewhere, ofAnotherFederation)) {
      assertThat(relink.link(stranger, after.id(), RECYCLED)).isEmpty();
      assertThat(relink.unlink(stranger, before.id())).isEmpty();
    }
    assertThat(relink.link(desk, "nobody", RECYCLED)).isEmpty();

    assertThat(writtenDown).isEmpty();
    assertThat(phoneOf(before)).isEqualTo(RECYCLED);
  }

  @Test
  void changesNothingThatCannotBeWrittenDown() {
    Member before = with(RECYCLED);
    Member after = with(ANOTHER);
    RelinkPhone.Desk mute =
        new RelinkPhone.Desk(
            FEDERATION,
            member -> true,
            member -> {
              if (member.id().equals(before.id())) {
                throw new IllegalStateException("no ink");
              }
            });

    assertThatThrownBy(() -> relink.link(mute, after.id(), RECYCLED)).hasMessage("no ink");

    assertThat(phoneOf(before)).isEqualTo(RECYCLED);
    assertThat(phoneOf(after)).isEqualTo(ANOTHER);
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws InterruptedException {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      return callers.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }
}
