package org.nuanxin.kit.ops;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import java.util.List;
import org.nuanxin.kit.deadletter.DeadLetters;
import org.nuanxin.kit.outbox.Outbox;
import org.nuanxin.kit.outbox.OutboxCollection;

/**
 * One service's figures. All but {@code instances} are the whole service's, whichever instance is
 * asked, so they must not be summed over instances.
 */
final class ServiceStatus {

  /**
   * A row of the operators' table.
   *
   * @param outboxPending documents with events not yet known to be sent
   * @param consumerLag records not yet handled, over all groups of the service
   * @param lagKnown false where the broker did not answer; the lag is then the last one known
   * @param deadLetters letters not resolved
   */
  record Row(
      String service,
      int instances,
      long outboxPending,
      long consumerLag,
      boolean lagKnown,
      long deadLetters) {}

  private static final int COUNT_BOUND = 100_000;

  private final String service;
  private final MongoDatabase database;
  private final List<OutboxCollection> outboxes;
  private final ConsumerLag lag;
  private final DeadLetters deadLetters;

  ServiceStatus(
      String service,
      MongoDatabase database,
      List<OutboxCollection> outboxes,
      ConsumerLag lag,
      DeadLetters deadLetters) {
    this.service = service;
    this.database = database;
    this.outboxes = outboxes;
    this.lag = lag;
    this.deadLetters = deadLetters;
  }

  String service() {
    return service;
  }

  Row now() {
    ConsumerLag.Lag before = lag.now();
    return new Row(
        service, 1, outboxPending(), before.records(), before.known(), deadLetters.unresolved());
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
