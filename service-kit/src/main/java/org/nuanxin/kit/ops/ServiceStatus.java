package org.nuanxin.kit.ops;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.nuanxin.kit.consume.EventConsumers;
import org.nuanxin.kit.deadletter.DeadLetters;
import org.nuanxin.kit.outbox.Outbox;
import org.nuanxin.kit.outbox.OutboxCollection;
import org.nuanxin.kit.outbox.OutboxRelay;

/**
 * One service's figures. What this instance counts of its own doing ({@code instances}, {@code
 * handled}, {@code sent}) is to be summed over instances; all else is the whole service's,
 * whichever instance is asked, and must not be.
 */
final class ServiceStatus {

  /**
   * A row of the operators' table.
   *
   * @param outboxPending documents with events not yet known to be sent
   * @param consumerLag records not yet handled, over all groups of the service
   * @param lagKnown false where the broker did not answer; the lag is then the last one known
   * @param deadLetters letters not resolved
   * @param groups each consumer group
   * @param relay the outbox's relay
   * @param waiting what the service keeps until it can be had
   * @param providers each provider that it calls, as this instance sees it
   */
  record Row(
      String service,
      int instances,
      long outboxPending,
      long consumerLag,
      boolean lagKnown,
      long deadLetters,
      List<Group> groups,
      Relay relay,
      long waiting,
      List<ProviderWatch.Provider> providers) {}

  /**
   * A consumer group.
   *
   * @param lag records it has before it
   * @param handled records that this instance has taken through since it started
   */
  record Group(String group, String topic, long lag, long handled) {}

  /**
   * The relay of outboxes.
   *
   * @param sent events that this instance has sent since it started
   */
  record Relay(long sent) {}

  private static final int COUNT_BOUND = 100_000;

  private final String service;
  private final MongoDatabase database;
  private final List<OutboxCollection> outboxes;
  private final ConsumerLag lag;
  private final DeadLetters deadLetters;
  private final MeterRegistry meters;
  private final List<ProviderWatch> watches;

  ServiceStatus(
      String service,
      MongoDatabase database,
      List<OutboxCollection> outboxes,
      ConsumerLag lag,
      DeadLetters deadLetters,
      MeterRegistry meters,
      List<ProviderWatch> watches) {
    this.service = service;
    this.database = database;
    this.outboxes = outboxes;
    this.lag = lag;
    this.deadLetters = deadLetters;
    this.meters = meters;
    this.watches = watches;
  }

  String service() {
    return service;
  }

  Row now() {
    ConsumerLag.Lag before = lag.now();
    return new Row(
        service,
        1,
        outboxPending(),
        before.records(),
        before.known(),
        deadLetters.unresolved(),
        before.groups().stream().map(this::group).toList(),
        new Relay(sent()),
        watches.stream().mapToLong(ProviderWatch::waiting).sum(),
        watches.stream().flatMap(watch -> watch.providers().stream()).toList());
  }

  private Group group(ConsumerLag.OfGroup of) {
    DistributionSummary batches =
        meters.find(EventConsumers.BATCH_METER).tag("group", of.group()).summary();
    long handled = batches == null ? 0 : (long) batches.totalAmount();
    return new Group(of.group(), of.topic(), of.records(), handled);
  }

  private long sent() {
    return (long)
        meters.find(OutboxRelay.SENT_METER).counters().stream().mapToDouble(Counter::count).sum();
  }

  private long outboxPending() {
    return outboxes.stream()
        .mapToLong(outbox ->
            database
                .getCollection(outbox.collection())
                .countDocuments(
                    Filters.exists(Outbox.PENDING_SINCE),
                    new CountOptions().hintString(Outbox.INDEX).limit(COUNT_BOUND)))
        .sum();
  }
}
