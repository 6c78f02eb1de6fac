package org.nuanxin.kit.ops;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.consume.Subscription;
import org.nuanxin.kit.web.Unavailable;

/**
 * How many records the service's groups have before them, asked of the broker. Partitions a group
 * has never committed count in full.
 */
final class ConsumerLag implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofMillis(800);

  private final List<Subscription> subscriptions;
  private final Map<String, Object> settings;
  private @Nullable Admin admin;

  ConsumerLag(List<Subscription> subscriptions, Map<String, Object> settings) {
    this.subscriptions = subscriptions;
    this.settings = settings;
  }

  /**
   * Lag over all groups.
   *
   * @throws Unavailable when the broker does not say so in time
   */
  long now() {
    if (subscriptions.isEmpty()) {
      return 0;
    }
    try {
      long lag = 0;
      for (Subscription subscription : subscriptions) {
        lag += of(subscription);
      }
      return lag;
    } catch (ExecutionException | TimeoutException e) {
      throw new Unavailable("The broker did not tell the consumer lag in time.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("Shutting down.", e);
    }
  }

  private long of(Subscription subscription)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin()
            .listConsumerGroupOffsets(subscription.group())
            .partitionsToOffsetAndMetadata()
            .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    admin()
        .describeTopics(List.of(subscription.topic()))
        .allTopicNames()
        .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
        .values()
        .forEach(topic ->
            topic
                .partitions()
                .forEach(p ->
                    asked.put(
                        new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest())));
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        admin().listOffsets(asked).all().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    long lag = 0;
    for (var end : ends.entrySet()) {
      OffsetAndMetadata offset = committed.get(end.getKey());
      lag += Math.max(0, end.getValue().offset() - (offset == null ? 0 : offset.offset()));
    }
    return lag;
  }

  /** Made at the first question: no start-up pays for it. */
  private synchronized Admin admin() {
    Admin existing = admin;
    if (existing == null) {
      existing = Admin.create(settings);
      admin = existing;
    }
    return existing;
  }

  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ofSeconds(1));
    }
  }
}
