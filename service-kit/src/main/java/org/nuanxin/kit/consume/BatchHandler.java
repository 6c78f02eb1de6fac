package org.nuanxin.kit.consume;

import java.util.List;
import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.kit.event.StoredEvent;

/**
 * What a service does with events.
 *
 * <p>Contract: the effects' ids derive from the events, so that handling a batch again, wholly or
 * in other cuts, changes nothing and returns the same events to send: those frozen in the stored
 * effects. The caller sends what is returned, waits for the acknowledgements and only then moves
 * the offset.
 */
@FunctionalInterface
public interface BatchHandler {

  /**
   * Stores the effects of a batch. What is logged while a record is handled alone carries its trace
   * id by itself; a handler that logs about one event of many does so in {@code
   * Traceparent.run(event.traceparent(), ...)}.
   *
   * @param batch in the topic's order, events of subscribed types only, never empty
   * @return the events these effects caused, to be sent; those of effects already there included
   * @throws RetryLater when this record cannot be handled now, but may be later
   * @throws RuntimeException anything else that is not an outage of Kafka or MongoDB counts against
   *     single records: the batch is split until the bad record is alone
   */
  List<StoredEvent> handle(List<ReceivedEvent> batch);
}
