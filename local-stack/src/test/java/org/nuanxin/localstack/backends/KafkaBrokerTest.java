package org.nuanxin.localstack.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.process.ChildJvm;
import org.nuanxin.localstack.process.Ports;

class KafkaBrokerTest {

  @TempDir private Path data;

  @Test
  void keepsTopicsAndRecordsOverARestart() throws Exception {
    int port = Ports.free();
    try (KafkaBroker broker = KafkaBroker.start(data, port)) {
      broker.createTopics(List.of("things"), 12);
      broker.createTopics(List.of("things", "more"), 12);
      send(broker.bootstrapServers(), "things", "one", "two");
    }
    try (KafkaBroker broker = KafkaBroker.start(data, port)) {
      assertThat(received(broker.bootstrapServers(), "things", 2)).containsExactly("one", "two");
    }
  }

  @Test
  void givesInternalTopicsFourPartitionsAndOursWhatIsAsked() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start(data);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      broker.createTopics(List.of("things"), 12);
      commitAnOffset(broker.bootstrapServers());

      var topics =
          admin.describeTopics(List.of("things", "__consumer_offsets")).allTopicNames().get();

      assertThat(topics.get("things").partitions()).hasSize(12);
      assertThat(topics.get("__consumer_offsets").partitions()).hasSize(4);
    }
  }

  @Test
  void keepsWhatItAcknowledgedWhenItsProcessIsKilled() throws Exception {
    int port = Ports.free();
    try (ChildJvm child =
        ChildJvm.start(BrokerProcess.class, data.toString(), String.valueOf(port))) {
      child.awaitLine("up");
      send("127.0.0.1:" + port, "things", "one", "two", "three");
      child.kill();
    }
    try (KafkaBroker broker = KafkaBroker.start(data, port)) {
      assertThat(received(broker.bootstrapServers(), "things", 3))
          .containsExactly("one", "two", "three");
    }
  }

  @Test
  void saysWhichPortIsInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatExceptionOfType(CannotStart.class)
          .isThrownBy(() -> KafkaBroker.start(data, taken.getLocalPort()))
          .withMessage("Port " + taken.getLocalPort() + " is in use; Kafka needs it.")
          .extracting(CannotStart::reason)
          .isEqualTo(CannotStart.Reason.PORT_IN_USE);
    }
  }

  /** A broker to be killed. */
  static final class BrokerProcess {
    public static void main(String[] arguments) throws InterruptedException {
      KafkaBroker broker = KafkaBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
      broker.createTopics(List.of("things"), 12);
      System.out.println("up");
      Thread.currentThread().join();
    }
  }

  private static void send(String servers, String topic, String... values) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", servers, "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(topic, 0, "key", value)).get();
      }
    }
  }

  private static List<String> received(String servers, String topic, int count) {
    List<String> values = new ArrayList<>();
    try (var consumer = consumer(servers)) {
      List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(found -> values.add(found.value()));
            return values.size() >= count;
          });
    }
    return values;
  }

  private static void commitAnOffset(String servers) {
    try (var consumer = consumer(servers)) {
      consumer.subscribe(List.of("things"));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            consumer.poll(Duration.ofMillis(100));
            return !consumer.assignment().isEmpty();
          });
    }
  }

  private static KafkaConsumer<String, String> consumer(String servers) {
    return new KafkaConsumer<>(
        Map.<String, Object>of("bootstrap.servers", servers, "group.id", "test"),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
