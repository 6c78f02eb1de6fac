package org.nuanxin.kit.consume;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.nuanxin.events.EventType;
import org.nuanxin.kit.deadletter.SetAside;
import org.nuanxin.kit.event.BrokenRecord;
import org.nuanxin.kit.event.CloudEventHeaders;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.kit.observe.Traceparent;

/**
 * Takes one polled batch through: effects, then events, then acknowledgements. It returns when
 * every record of the batch is either done or stored as a dead letter, and throws only for an
 * {@link Outage}; then no offset may move and the whole batch comes again.
 */
final class BatchProcessor {

  private record Item(ConsumerRecord<String, byte[]> record, ReceivedEvent event) {}

  private final Subscription subscription;
  private final EventPublisher publisher;
  private final SetAside setAside;

  BatchProcessor(Subscription subscription, EventPublisher publisher, SetAside setAside) {
    this.subscription = subscription;
    this.publisher = publisher;
    this.setAside = setAside;
  }

  void process(List<ConsumerRecord<String, byte[]>> records) {
    List<Item> items = new ArrayList<>(records.size());
    Set<String> blocked = new HashSet<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      if (isOfInterest(record)) {
        try {
          items.add(new Item(record, ReceivedEvent.of(record)));
        } catch (BrokenRecord e) {
          Traceparent.run(
              CloudEventHeaders.traceparent(record.headers()),
              () -> setAside.store(subscription.group(), record, e, false));
          blocked.add(String.valueOf(record.key()));
        }
      }
    }
    Set<String> mustWait = orderDependentSubjects(items);
    if (!mustWait.isEmpty()) {
      blocked.addAll(setAside.blockedSubjects(subscription.group(), mustWait));
    }
    handle(items, blocked);
  }

  /** Most batches have none, and then nobody asks the store. */
  private Set<String> orderDependentSubjects(List<Item> items) {
    Set<String> subjects = new HashSet<>();
    if (!subscription.orderDependent().isEmpty()) {
      for (Item item : items) {
        if (subscription.orderDependent().contains(item.event().type())) {
          subjects.add(item.event().key());
        }
      }
    }
    return subjects;
  }

  /** A record without a type is broken, not foreign: it is kept to be looked at. */
  private boolean isOfInterest(ConsumerRecord<String, byte[]> record) {
    String type = CloudEventHeaders.type(record.headers());
    return type == null || EventType.ofType(type).map(subscription.types()::contains).orElse(false);
  }

  private void handle(List<Item> items, Set<String> blocked) {
    List<Item> free = new ArrayList<>(items.size());
    for (Item item : items) {
      if (blocked.contains(item.event().key())
          && subscription.orderDependent().contains(item.event().type())) {
        setAside.park(subscription.group(), item.record());
      } else {
        free.add(item);
      }
    }
    if (free.size() == 1) {
      // A record alone has one trace, and what is logged is about it; a batch belongs to none.
      Traceparent.run(free.getFirst().event().traceparent(), () -> attempt(free, blocked));
    } else if (!free.isEmpty()) {
      attempt(free, blocked);
    }
  }

  private void attempt(List<Item> free, Set<String> blocked) {
    try {
      publisher.sendAndAwait(
          subscription.handler().handle(free.stream().map(Item::event).toList()));
    } catch (RuntimeException e) {
      if (Outage.is(e)) {
        throw e;
      }
      split(free, blocked, e);
    }
  }

  /** Halves the batch until the bad record is alone: one bad record stops nobody. */
  private void split(List<Item> items, Set<String> blocked, RuntimeException failure) {
    if (items.size() == 1) {
      Item bad = items.getFirst();
      setAside.store(subscription.group(), bad.record(), failure, Outage.mayPass(failure));
      blocked.add(bad.event().key());
      return;
    }
    int middle = items.size() / 2;
    handle(items.subList(0, middle), blocked);
    handle(items.subList(middle, items.size()), blocked);
  }
}
