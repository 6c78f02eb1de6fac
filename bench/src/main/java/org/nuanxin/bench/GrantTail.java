package org.nuanxin.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.nuanxin.events.EventType;
import org.nuanxin.events.Topics;

/**
 * Watches the grants' events go by: a consumer without a group, that reads no payload and fetches
 * at most a hundred times a second.
 */
final class GrantTail implements AutoCloseable {

  private static final int FETCH_WAIT_MILLIS = 10;

  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread thread;
  private volatile SignUpLog log;

  private GrantTail(KafkaConsumer<String, byte[]> consumer, SignUpLog log) {
    this.consumer = consumer;
    this.log = log;
    this.thread = Thread.ofPlatform().daemon().name("grant-tail").unstarted(this::watch);
  }

  /** Watches from now on. */
  static GrantTail start(String bootstrapServers, SignUpLog log) {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                1 << 16,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                FETCH_WAIT_MILLIS),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.BENEFITS).stream()
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    GrantTail tail = new GrantTail(consumer, log);
    tail.thread.start();
    return tail;
  }

  /** From now on tells another log. */
  void tell(SignUpLog next) {
    log = next;
  }

  private void watch() {
    try (consumer) {
      while (true) {
        for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofSeconds(1))) {
          if (EventType.GRANT_ISSUED.type().equals(header(event, "ce_type"))) {
            log.issued(event.key(), header(event, "ce_id"), System.nanoTime());
          }
        }
      }
    } catch (WakeupException e) {
      // Told to stop.
    }
  }

  private static String header(ConsumerRecord<?, ?> event, String name) {
    Header header = event.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
