package org.nuanxin.kit.consume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.deadletter.SetAside;
import org.nuanxin.kit.event.EventPublisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Runs one listener container for each {@link Subscription}.
 *
 * <p>Guarantee: an offset is committed only after the effects of all records before it are stored
 * and their events acknowledged, or the records are stored as dead letters. During an outage of
 * MongoDB or Kafka nothing moves and nothing is lost; the batch is tried again with back-off while
 * the consumer stays in its group. A container that stops by itself is started again.
 */
public final class EventConsumers implements SmartLifecycle {

  /** Sizes of the batches taken through, by group; their total is the number of records. */
  public static final String BATCH_METER = "nuanxin.consumer.batch";

  private static final int SELDOM_WAIT_MILLIS = 1_000;
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
  private static final Duration LAST_BACK_OFF = Duration.ofSeconds(5);
  private static final Duration FIRST_RESTART = Duration.ofSeconds(1);
  private static final Logger log = LoggerFactory.getLogger(EventConsumers.class);

  private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers =
      new ArrayList<>();
  private final boolean autoStart;
  private volatile boolean running;

  EventConsumers(
      List<Subscription> subscriptions,
      Map<String, Object> kafka,
      ConsumerSettings settings,
      String instance,
      EventPublisher publisher,
      SetAside setAside,
      MeterRegistry meters) {
    autoStart = settings.autoStart();
    for (Subscription subscription : subscriptions) {
      var container =
          container(subscription, kafka, settings, instance, publisher, setAside, meters);
      container.setApplicationEventPublisher(
          new Revival(
              container,
              FIRST_RESTART,
              this::isRunning,
              meters.counter("nuanxin.consumer.restarts", "group", subscription.group())));
      containers.add(container);
    }
  }

  private static ConcurrentMessageListenerContainer<String, byte[]> container(
      Subscription subscription,
      Map<String, Object> kafka,
      ConsumerSettings settings,
      String instance,
      EventPublisher publisher,
      SetAside setAside,
      MeterRegistry meters) {
    ContainerProperties properties = new ContainerProperties(subscription.topic());
    properties.setGroupId(subscription.group());
    properties.setAckMode(ContainerProperties.AckMode.MANUAL);
    properties.setObservationEnabled(false);
    properties.setMicrometerEnabled(false);
    // Bounds how late a batch comes back after an outage: the container polls while it waits.
    properties.setPollTimeout(POLL.toMillis());
    // A synchronous commit on revocation: nobody repeats more than the batch in hand.
    properties.setSyncCommits(true);
    properties.setShutdownTimeout(Duration.ofSeconds(5).toMillis());
    properties.setMessageListener(
        new Listener(
            subscription.group(), new BatchProcessor(subscription, publisher, setAside), meters));
    var container =
        new ConcurrentMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<String, byte[]>(
                consumer(subscription, kafka, settings, instance)),
            properties);
    container.setConcurrency(settings.concurrency());
    container.setBeanName(subscription.group());
    return container;
  }

  private static Map<String, Object> consumer(
      Subscription subscription,
      Map<String, Object> kafka,
      ConsumerSettings settings,
      String instance) {
    String group = subscription.group();
    Map<String, Object> consumer = new HashMap<>(kafka);
    consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumer.put(ConsumerConfig.CLIENT_ID_CONFIG, group + '.' + instance);
    // Static membership: after kill -9 the same instance goes on at once, without a rebalance.
    consumer.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + '.' + instance);
    consumer.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    consumer.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
    // The broker waits for a batch to come together; a client that pauses does not make one.
    consumer.put(
        ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
        subscription.seldom() ? 1 : settings.fetchMinBytes());
    consumer.put(
        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
        subscription.seldom() ? SELDOM_WAIT_MILLIS : settings.fetchMaxWaitMillis());
    consumer.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    return consumer;
  }

  private static final class Listener implements BatchAcknowledgingMessageListener<String, byte[]> {
    private final String group;
    private final BatchProcessor processor;
    private final DistributionSummary batchSize;
    private final Counter outages;
    private final Map<Thread, Duration> backOff = new ConcurrentHashMap<>();

    Listener(String group, BatchProcessor processor, MeterRegistry meters) {
      this.group = group;
      this.processor = processor;
      batchSize = meters.summary(BATCH_METER, "group", group);
      outages = meters.counter("nuanxin.consumer.outages", "group", group);
    }

    @Override
    public void onMessage(
        List<ConsumerRecord<String, byte[]>> records, @Nullable Acknowledgment acknowledgment) {
      Objects.requireNonNull(acknowledgment, "the container acknowledges by hand");
      batchSize.record(records.size());
      try {
        processor.process(records);
      } catch (RuntimeException e) {
        // Only an outage comes this far. Nothing of the batch is acknowledged; it comes again.
        Duration wait = backOff.merge(Thread.currentThread(), FIRST_BACK_OFF, Listener::longer);
        outages.increment();
        log.atWarn()
            .addKeyValue("group", group)
            .addKeyValue("retryInMillis", wait.toMillis())
            .setCause(e)
            .log("Outage; the batch will be tried again");
        acknowledgment.nack(0, wait);
        return;
      }
      backOff.remove(Thread.currentThread());
      acknowledgment.acknowledge();
    }

    private static Duration longer(Duration before, Duration first) {
      Duration doubled = before.multipliedBy(2);
      return doubled.compareTo(LAST_BACK_OFF) > 0 ? LAST_BACK_OFF : doubled;
    }
  }

  @Override
  public void start() {
    running = true;
    containers.forEach(ConcurrentMessageListenerContainer::start);
  }

  /** Lets the batches in hand end and commits them. */
  @Override
  public void stop() {
    running = false;
    containers.forEach(ConcurrentMessageListenerContainer::stop);
  }

  @Override
  public boolean isAutoStartup() {
    return autoStart;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 1_000;
  }
}
