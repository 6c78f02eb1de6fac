package org.nuanxin.kit.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.EventType;
import org.nuanxin.events.Topics;
import org.nuanxin.kit.consume.Subscription;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.testing.TestEvents;
import org.nuanxin.kit.testing.TestKafka;
import org.nuanxin.localstack.testing.TestBackends;

class ConsumerLagTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private final List<Subscription> two =
      List.of(
          group(EventType.MEMBER_JOINED, Topics.MEMBERSHIP),
          group(EventType.GRANT_ISSUED, Topics.BENEFITS));

  @Test
  void givesTheLastOneKnownWhenTheBrokerTellsNothing() {
    try (Producer<String, byte[]> producer = TestKafka.producer();
        ConsumerLag lag = new ConsumerLag(two, Map.of("bootstrap.servers", TestBackends.kafka()))) {
      new EventPublisher(producer, "urn:nuanxin:kit")
          .sendAndAwait(List.of(TestEvents.joined(TestEvents.someone(), 1)));
      await().atMost(SOON).until(() -> lag.now().known());
      ConsumerLag.Lag before = lag.now();
      assertThat(before.groups())
          .filteredOn(each -> each.topic().equals(Topics.MEMBERSHIP))
          .singleElement()
          .extracting(ConsumerLag.OfGroup::records, LONG)
          .isPositive();

      lag.close(); // Its connection is gone, which is what a broker's absence looks like.

      assertThat(lag.now()).isEqualTo(new ConsumerLag.Lag(before.groups(), false));
    }
  }

  @Test
  void isZeroAndInTimeWhereTheBrokerNeverAnswered() {
    try (ConsumerLag lag = new ConsumerLag(two, Map.of("bootstrap.servers", "127.0.0.1:1"))) {
      lag.now();
      long before = System.nanoTime();

      assertThat(lag.now().known()).isFalse();
      assertThat(lag.now().groups())
          .extracting(ConsumerLag.OfGroup::group, ConsumerLag.OfGroup::records)
          .containsExactly(tuple(two.get(0).group(), 0L), tuple(two.get(1).group(), 0L));

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
    }
  }

  private static Subscription group(EventType type, String topic) {
    return Subscription.of("lag." + UUID.randomUUID(), topic, Set.of(type), batch -> List.of());
  }
}
