package org.nuanxin.membership.member.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.mongo.Ids;
import org.nuanxin.kit.outbox.GroupCommit;
import org.nuanxin.kit.outbox.Outbox;
import org.nuanxin.kit.outbox.OutboxRelay;
import org.nuanxin.kit.pii.BlindIndex;
import org.nuanxin.kit.pii.PersonalData;
import org.nuanxin.kit.pii.PiiKey;
import org.nuanxin.kit.pii.PiiKeys;
import org.nuanxin.kit.testing.TestDatabase;
import org.nuanxin.kit.testing.TestKafka;
import org.nuanxin.membership.identity.SealedIdentities;
import org.nuanxin.membership.member.Identities;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.MemberFixtures;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.member.Person;
import org.nuanxin.membership.member.RelinkPhone;
import org.nuanxin.membership.member.SealAnew;

class SealAnewTest {

  private static final Person PERSON = new Person("符亚海", "11010519491231002X", "+8613800138000");

  private final TestDatabase database = TestDatabase.fresh();
  private final MongoCollection<BsonDocument> documents =
      database.get().getCollection(MemberIndexes.MEMBERS, BsonDocument.class);
  private final Producer<String, byte[]> producer = TestKafka.producer();
  private final List<String> failed = new ArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final GroupCommit<BsonDocument> commit = new GroupCommit<>(documents, 1000, meters);
  private final Members members =
      new MongoMembers(
          database.get(),
          commit,
          new OutboxRelay(documents, new EventPublisher(producer, "urn:nuanxin:test"), meters));

  /** Keys by id, the current one first. */
  private static Identities withKeys(String... ids) {
    List<PiiKey> index = new ArrayList<>();
    List<PiiKey> cipher = new ArrayList<>();
    for (String id : ids) {
      index.add(new PiiKey(id, bytes(id, 32)));
      cipher.add(new PiiKey(id, bytes(id, 16)));
    }
    PiiKeys keys =
        new PiiKeys() {
          @Override
          public PiiKey currentCipherKey() {
            return cipher.getFirst();
          }

          @Override
          public Optional<PiiKey> cipherKey(String id) {
            return cipher.stream().filter(each -> each.id().equals(id)).findFirst();
          }

          @Override
          public List<PiiKey> indexKeys() {
            return index;
          }
        };
    return new SealedIdentities(new PersonalData(keys), new BlindIndex(keys));
  }

  private static byte[] bytes(String seed, int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) seed.hashCode());
    return bytes;
  }

  @AfterEach
  void stop() {
    commit.stop();
    producer.close(Duration.ofSeconds(1));
    database.get().drop();
    database.close();
  }

  @Test
  void findsAndOpensEverybodyByTheNewKeysAlone() {
    new MemberIndexes().create(database.get());
    commit.start();
    Identities old = withKeys("k1");
    String id = Ids.next(MemberFixtures.AT);
    members.add(
        Member.apply(
            id,
            "460200",
            old.seal(
                id, PERSON, old.idIndexes(PERSON.idNumber()), old.phoneIndexes(PERSON.phone())),
            MemberFixtures.submission("x", List.of())));
    Identities rotating = withKeys("k2", "k1");
    SealAnew sealAnew = new SealAnew(members, rotating, Clock.systemUTC());
    String newIndex = rotating.phoneIndexes(PERSON.phone()).getFirst();
    assertThat(members.withPhone("460200", newIndex)).isEmpty();

    Optional<String> last = sealAnew.batch("", (who, why) -> failed.add(who));

    assertThat(last).contains(id);
    assertThat(sealAnew.batch(id, (who, why) -> failed.add(who))).isEmpty();
    Member sealed = members.withPhone("460200", newIndex).orElseThrow();
    assertThat(withKeys("k2").open(id, sealed.identity())).isEqualTo(PERSON);
    assertThat(rotating.isOutdated(sealed.identity())).isFalse();
    assertThat(sealed.version()).isEqualTo(3);
    assertThat(lastEvent(id))
        .contains("phone-changed", newIndex)
        .doesNotContain(old.phoneIndexes(PERSON.phone()).getFirst());
    sealAnew.batch("", (who, why) -> failed.add(who));
    assertThat(members.find("460200", id).orElseThrow().version()).isEqualTo(3);
  }

  @Test
  void goesOnBehindWhomItCannotReadOrOpenAndCountsThem() {
    new MemberIndexes().create(database.get());
    commit.start();
    Identities old = withKeys("k1");
    String unopenable = added(old, 1);
    String unreadable = added(old, 2);
    String fine = added(old, 3);
    documents.updateOne(Filters.eq("_id", unopenable), Updates.set("n", "k1.broken"));
    documents.updateOne(Filters.eq("_id", unreadable), Updates.set(MemberForm.IDS, 7));
    Identities rotating = withKeys("k2", "k1");
    SealAnew sealAnew = new SealAnew(members, rotating, Clock.systemUTC());

    Optional<String> last = sealAnew.batch("", (who, why) -> failed.add(who));

    assertThat(last).contains(fine);
    assertThat(sealAnew.failures()).isEqualTo(2);
    assertThat(failed).containsExactly(unopenable);
    assertThat(rotating.isOutdated(members.find("460200", fine).orElseThrow().identity()))
        .isFalse();
  }

  @Test
  void sealsWhoHasNoPhoneAndInventsNone() {
    new MemberIndexes().create(database.get());
    commit.start();
    Identities old = withKeys("k1");
    RelinkPhone relink = new RelinkPhone(members, old, Clock.systemUTC());
    RelinkPhone.Desk desk = new RelinkPhone.Desk("460200", member -> true, member -> {});
    String id = added(old, 1);
    relink.unlink(desk, id);
    Identities rotating = withKeys("k2", "k1");
    SealAnew sealAnew = new SealAnew(members, rotating, Clock.systemUTC());

    sealAnew.batch("", (who, why) -> failed.add(who));

    assertThat(failed).isEmpty();
    Member sealed = members.find("460200", id).orElseThrow();
    assertThat(sealed.identity().hasPhone()).isFalse();
    assertThat(rotating.isOutdated(sealed.identity())).isFalse();
    assertThat(withKeys("k2").open(id, sealed.identity()).hasPhone()).isFalse();
    sealAnew.batch("", (who, why) -> failed.add(who));
    assertThat(members.find("460200", id).orElseThrow().version()).isEqualTo(sealed.version());
  }

  private String lastEvent(String id) {
    BsonDocument stored = documents.find(Filters.eq("_id", id)).first();
    assertThat(stored).isNotNull();
    return stored.getArray(Outbox.EVENTS).getLast().asDocument().toJson();
  }

  private String added(Identities keys, int number) {
    String id = "m-" + number;
    members.add(
        Member.apply(
            id,
            "460200",
            keys.seal(id, PERSON, List.of("k1.id-" + number), List.of("k1.phone-" + number)),
            MemberFixtures.submission("x" + number, List.of())));
    return id;
  }
}
