package org.nuanxin.benefits.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.nuanxin.events.Topics;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.testing.TestKafka;

/** What membership-service sends and what we answer, on the real broker. */
public final class TestTopic implements AutoCloseable {

  private final Producer<String, byte[]> producer = TestKafka.producer();
  private final EventPublisher publisher =
      new EventPublisher(producer, "urn:nuanxin:membership-service");

  /** Sends events and waits for their acknowledgement. */
  public void send(List<StoredEvent> events) {
    publisher.sendAndAwait(events);
  }

  /** Sends events and waits for their acknowledgement. */
  public void send(StoredEvent... events) {
    send(List.of(events));
  }

  /** A joining whose payload nobody can read. */
  public void sendPoison(TestMember member) {
    StoredEvent joined = member.joins();
    StoredEvent poison =
        new StoredEvent(
            joined.id(), joined.type(), joined.key(), joined.sequence(), joined.time(), null, "{");
    send(poison);
  }

  /** A record that is no event at all. */
  public void sendNonsense(String key) {
    producer.send(
        new ProducerRecord<>(Topics.MEMBERSHIP, key, "nonsense".getBytes(StandardCharsets.UTF_8)));
    producer.flush();
  }

  /** What this service has said of a member, in order. */
  public static List<ReceivedEvent> saidOf(TestMember member) {
    List<ConsumerRecord<String, byte[]>> records = TestKafka.records(Topics.BENEFITS, member.id());
    return records.stream().map(ReceivedEvent::of).toList();
  }

  /** What this service has said of a member, each event once. */
  public static List<String> typesOf(TestMember member, Predicate<ReceivedEvent> which) {
    return saidOf(member).stream()
        .filter(which)
        .collect(
            java.util.stream.Collectors.toMap(
                ReceivedEvent::id, e -> e.type().name(), (a, b) -> a, java.util.LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  @Override
  public void close() {
    producer.close();
  }
}
