package org.nuanxin.kit.event;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.testing.TestEvents;
import org.nuanxin.kit.testing.TestKafka;

class EventPublisherTest {

  @Test
  void blamesNoRecordForAProducerThatIsClosed() {
    Producer<String, byte[]> producer = TestKafka.producer();
    EventPublisher publisher = new EventPublisher(producer, "urn:nuanxin:kit");
    producer.close();

    assertThatThrownBy(
            () -> publisher.sendAndAwait(List.of(TestEvents.joined(TestEvents.someone(), 1))))
        .isInstanceOf(PublishFailed.class);
  }
}
