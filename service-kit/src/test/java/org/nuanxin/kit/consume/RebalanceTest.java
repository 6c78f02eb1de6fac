package org.nuanxin.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.EventType;
import org.nuanxin.events.Topics;
import org.nuanxin.kit.deadletter.TestDeadLetters;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.testing.TestDatabase;
import org.nuanxin.kit.testing.TestEvents;
import org.nuanxin.kit.testing.TestKafka;
import org.nuanxin.localstack.testing.TestBackends;

/** Partitions change hands while their events are being handled. */
class RebalanceTest {

  /** An effect whose event is frozen in it. */
  public record Effect(@BsonId String id, String member, StoredEvent event) {}

  private static final int EVENTS = 2_000;
  private static final Duration SOON = Duration.ofSeconds(60);

  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final String group = "test.rebalance." + run;
  private final TestDatabase database = TestDatabase.fresh();
  private final MongoCollection<Effect> effects =
      database.get().getCollection("effects", Effect.class);
  private final TestDeadLetters deadLetters =
      TestDeadLetters.in(database.get(), Clock.systemUTC(), new SimpleMeterRegistry());
  private final Producer<String, byte[]> producer = TestKafka.producer();
  private final EventPublisher publisher = new EventPublisher(producer, "urn:nuanxin:kit");
  private final Admin admin = Admin.create(Map.of("bootstrap.servers", TestBackends.kafka()));
  private final Set<String> members = new HashSet<>();
  private final Instance first = new Instance("first");
  private final Instance second = new Instance("second");

  @AfterEach
  void close() {
    second.thawed.countDown();
    first.consumers.stop();
    second.consumers.stop();
    admin.close();
    producer.close();
    database.close();
  }

  @Test
  void losesNoEffectAndDoublesNoneWhenOneInstanceJoinsAndVanishesInTheMiddleOfABatch()
      throws Exception {
    publish(600);
    first.consumers.start();
    await().atMost(SOON).until(() -> !first.handled.isEmpty());

    second.consumers.start();
    await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(this::secondHasItsShare);
    second.freezes = true;
    publish(400);
    await().atMost(SOON).until(() -> !second.inHand.isEmpty());
    expel(second);
    publish(EVENTS - members.size());

    await().atMost(SOON).until(() -> committed().equals(ends()));
    assertThat(first.handled).as("what the other had in hand").containsAll(second.inHand);
    assertThat(notOnce(effectsByMember())).isEmpty();
    assertThat(notOnce(grantsByMember())).isEmpty();

    second.thawed.countDown();
    await().atMost(SOON).until(() -> second.handled.containsAll(second.inHand));
    second.consumers.stop();

    assertThat(committed()).isEqualTo(ends());
    assertThat(notOnce(effectsByMember())).isEmpty();
    assertThat(notOnce(grantsByMember())).isEmpty();
    assertThat(deadLetters.letters().list(null, null, null, 1_000))
        .noneMatch(letter -> members.contains(String.valueOf(letter.subject())));
  }

  /** Events keep coming until then, so that the partitions move under load. */
  private boolean secondHasItsShare() {
    publish(1);
    return !second.handled.isEmpty();
  }

  private void publish(int count) {
    List<StoredEvent> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String member = run + '-' + members.size();
      members.add(member);
      events.add(TestEvents.joined(member, 1));
    }
    publisher.sendAndAwait(events);
  }

  /** What the broker does to an instance that it has not heard of for a session, only sooner. */
  private void expel(Instance gone) throws Exception {
    Set<MemberToRemove> its =
        admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
            .map(member -> member.groupInstanceId().orElseThrow())
            .filter(id -> id.startsWith(group + '.' + gone.name))
            .map(MemberToRemove::new)
            .collect(Collectors.toSet());
    assertThat(its).hasSize(1);
    admin
        .removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions(its))
        .all()
        .get();
  }

  private Map<TopicPartition, Long> committed() throws Exception {
    return admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
  }

  private Map<TopicPartition, Long> ends() throws Exception {
    Map<TopicPartition, OffsetSpec> latest =
        admin
            .describeTopics(List.of(Topics.MEMBERSHIP))
            .allTopicNames()
            .get()
            .get(Topics.MEMBERSHIP)
            .partitions()
            .stream()
            .collect(
                Collectors.toMap(
                    each -> new TopicPartition(Topics.MEMBERSHIP, each.partition()),
                    each -> OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
  }

  /** Counted by the database, whatever the ids of the effects are. */
  private Map<String, Integer> effectsByMember() {
    Map<String, Integer> counted = new ConcurrentHashMap<>();
    database
        .get()
        .getCollection("effects")
        .aggregate(List.of(Aggregates.group("$member", Accumulators.sum("count", 1))))
        .forEach((Document each) -> counted.put(each.getString("_id"), each.getInteger("count")));
    return counted;
  }

  /** Different events by member: copies of one event are one. */
  private Map<String, Integer> grantsByMember() {
    Map<String, Set<String>> different = new ConcurrentHashMap<>();
    for (ConsumerRecord<String, byte[]> sent :
        TestKafka.records(Topics.BENEFITS, key -> key.startsWith(run))) {
      different
          .computeIfAbsent(sent.key(), key -> new HashSet<>())
          .add(TestKafka.header(sent, "ce_id") + new String(sent.value()));
    }
    return different.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().size()));
  }

  private Map<String, Integer> notOnce(Map<String, Integer> counted) {
    return members.stream()
        .filter(member -> counted.getOrDefault(member, 0) != 1)
        .collect(Collectors.toMap(member -> member, member -> counted.getOrDefault(member, 0)));
  }

  /** One process of the service; when it freezes, it is as good as killed until it is thawed. */
  private final class Instance {

    private final String name;
    private final EventConsumers consumers;
    private final Set<String> handled = ConcurrentHashMap.newKeySet();
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final CountDownLatch thawed = new CountDownLatch(1);
    private volatile boolean freezes;

    Instance(String name) {
      this.name = name;
      consumers =
          new EventConsumers(
              List.of(
                  Subscription.of(
                      group, Topics.MEMBERSHIP, Set.of(EventType.MEMBER_JOINED), this::handle)),
              Map.of("bootstrap.servers", TestBackends.kafka()),
              new ConsumerSettings(1, 1, 20, true),
              name,
              publisher,
              deadLetters.setAside(),
              new SimpleMeterRegistry());
    }

    private List<StoredEvent> handle(List<ReceivedEvent> batch) {
      List<ReceivedEvent> ours =
          batch.stream().filter(event -> event.key().startsWith(run)).toList();
      if (freezes && inHand.isEmpty() && !ours.isEmpty()) {
        store(ours.subList(0, ours.size() / 2));
        ours.forEach(event -> inHand.add(event.key()));
        freeze();
      }
      List<StoredEvent> events = store(ours);
      ours.forEach(event -> handled.add(event.key()));
      return events;
    }

    private void freeze() {
      try {
        thawed.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    /** The text tells the instances apart: the one that came first wins. */
    private List<StoredEvent> store(List<ReceivedEvent> events) {
      List<Effect> wanted =
          events.stream()
              .map(event ->
                  new Effect(
                      event.id(),
                      event.key(),
                      TestEvents.grantIssued(event, event.id() + "-grant", "by " + name)))
              .toList();
      return Effects.insertOrLoad(effects, wanted, Effect::id).stream().map(Effect::event).toList();
    }
  }
}
