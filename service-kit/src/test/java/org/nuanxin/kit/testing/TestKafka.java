package org.nuanxin.kit.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.nuanxin.localstack.testing.TestBackends;

/** Producers and readers on the real broker. */
public final class TestKafka {

  private TestKafka() {}

  /** A producer that waits for a broker on a busy machine, as the services' own do. */
  public static Producer<String, byte[]> producer() {
    return producer(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  /** A producer that soon gives up what it was handed: for a broker that is taken away. */
  public static Producer<String, byte[]> impatientProducer() {
    return producer(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
  }

  private static Producer<String, byte[]> producer(
      Duration block, Duration request, Duration delivery) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            TestBackends.kafka(),
            "acks",
            "all",
            "max.block.ms",
            (int) block.toMillis(),
            "request.timeout.ms",
            (int) request.toMillis(),
            "delivery.timeout.ms",
            (int) delivery.toMillis(),
            "linger.ms",
            2),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  /** The same producer, but a send for which {@code fails} holds is refused before it goes out. */
  @SuppressWarnings("unchecked")
  public static Producer<String, byte[]> failing(
      Producer<String, byte[]> real, Predicate<ProducerRecord<String, byte[]>> fails) {
    return (Producer<String, byte[]>)
        Proxy.newProxyInstance(
            TestKafka.class.getClassLoader(),
            new Class<?>[] {Producer.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("send")
                  && fails.test((ProducerRecord<String, byte[]>) arguments[0])) {
                throw new KafkaException("refused by the test");
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Every record of a topic with this key, from the beginning to what is there now. */
  public static List<ConsumerRecord<String, byte[]>> records(String topic, String key) {
    return records(topic, key::equals);
  }

  /** Every record of a topic with such a key, from the beginning to what is there now. */
  public static List<ConsumerRecord<String, byte[]>> records(String topic, Predicate<String> key) {
    try (Consumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                TestBackends.kafka(),
                "group.id",
                "reader-" + UUID.randomUUID(),
                "enable.auto.commit",
                false),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          if (record.key() != null && key.test(record.key())) {
            found.add(record);
          }
        }
      }
      return found;
    }
  }

  /** A header's text. */
  public static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value());
  }
}
