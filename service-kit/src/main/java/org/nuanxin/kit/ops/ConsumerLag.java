package org.nuanxin.kit.ops;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.consume.Subscription;
import org.nuanxin.kit.web.Unavailable;

/**
 * How many records the service's groups have before them, asked of the broker. Partitions a group
 * has never committed count in full. All groups are asked at once, with one deadline, so that the
 * answer comes within it whether the broker is there or not.
 */
final class ConsumerLag implements AutoCloseable {

  /** Records of one topic that one group has before it. */
  record OfGroup(String group, String topic, long records) {}

  /**
   * Lag of all groups.
   *
   * @param groups one for each subscription
   * @param known whether the broker told it just now; else it is the last one known, 0 if none was
   */
  record Lag(List<OfGroup> groups, boolean known) {

    /** Over all groups. */
    long records() {
      return groups.stream().mapToLong(OfGroup::records).sum();
    }
  }

  private static final Duration TIMEOUT = Duration.ofMillis(700);

  private final List<Subscription> subscriptions;
  private final Map<String, Object> settings;
  private volatile List<OfGroup> lastKnown;
  private @Nullable Admin admin;

  ConsumerLag(List<Subscription> subscriptions, Map<String, Object> settings) {
    this.subscriptions = subscriptions;
    this.settings = settings;
    this.lastKnown =
        subscriptions.stream().map(each -> new OfGroup(each.group(), each.topic(), 0)).toList();
  }

  /** The lag now, or the last one known when the broker does not tell it in time. */
  Lag now() {
    if (subscriptions.isEmpty()) {
      return new Lag(List.of(), true);
    }
    try {
      lastKnown = ask(System.nanoTime() + TIMEOUT.toNanos());
      return new Lag(lastKnown, true);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      return new Lag(lastKnown, false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("Shutting down.", e);
    }
  }

  private List<OfGroup> ask(long deadline)
      throws ExecutionException, InterruptedException, TimeoutException {
    Admin broker = admin();
    ListConsumerGroupOffsetsResult committed =
        broker.listConsumerGroupOffsets(
            subscriptions.stream()
                .map(Subscription::group)
                .distinct()
                .collect(
                    Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec())));
    Set<String> topics =
        subscriptions.stream().map(Subscription::topic).collect(Collectors.toSet());
    Map<String, TopicDescription> described =
        by(deadline, broker.describeTopics(topics).allTopicNames());
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    described
        .values()
        .forEach(topic ->
            topic
                .partitions()
                .forEach(p ->
                    asked.put(
                        new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest())));
    Map<TopicPartition, ListOffsetsResultInfo> ends = by(deadline, broker.listOffsets(asked).all());
    List<OfGroup> groups = new ArrayList<>();
    for (Subscription subscription : subscriptions) {
      long lag =
          of(
              subscription.topic(),
              by(deadline, committed.partitionsToOffsetAndMetadata(subscription.group())),
              ends);
      groups.add(new OfGroup(subscription.group(), subscription.topic(), lag));
    }
    return groups;
  }

  private static long of(
      String topic,
      Map<TopicPartition, OffsetAndMetadata> committed,
      Map<TopicPartition, ListOffsetsResultInfo> ends) {
    long lag = 0;
    for (var end : ends.entrySet()) {
      if (end.getKey().topic().equals(topic)) {
        OffsetAndMetadata offset = committed.get(end.getKey());
        lag += Math.max(0, end.getValue().offset() - (offset == null ? 0 : offset.offset()));
      }
    }
    return lag;
  }

  private static <T> T by(long deadline, KafkaFuture<T> answer)
      throws ExecutionException, InterruptedException, TimeoutException {
    return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
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
