package org.nuanxin.kit.consume;

import java.util.Set;
import org.nuanxin.events.EventType;

/**
 * One consumer group's interest in one topic. A bean of this type is all a service declares; the
 * kit runs it.
 *
 * @param group the consumer group, such as {@code benefits.insurance}
 * @param topic the topic it reads
 * @param types the event types it handles; others pass by unread
 * @param orderDependent those of {@code types} that must not overtake an earlier dead letter of the
 *     same subject: they are parked behind it
 * @param handler what is done with them
 * @param seldom whether few of them come: each is fetched at once, instead of batches being waited
 *     for many times a second
 */
public record Subscription(
    String group,
    String topic,
    Set<EventType> types,
    Set<EventType> orderDependent,
    BatchHandler handler,
    boolean seldom) {

  /** Copies the sets and checks that every type travels on the topic. */
  public Subscription {
    types = Set.copyOf(types);
    orderDependent = Set.copyOf(orderDependent);
    for (EventType type : types) {
      if (!type.topic().equals(topic)) {
        throw new IllegalArgumentException(type + " does not travel on " + topic);
      }
    }
  }

  /** A subscription to a steady flow of events, some of which depend on earlier ones. */
  public Subscription(
      String group,
      String topic,
      Set<EventType> types,
      Set<EventType> orderDependent,
      BatchHandler handler) {
    this(group, topic, types, orderDependent, handler, false);
  }

  /** A subscription none of whose events depends on an earlier one. */
  public static Subscription of(
      String group, String topic, Set<EventType> types, BatchHandler handler) {
    return new Subscription(group, topic, types, Set.of(), handler);
  }

  /** The same, where few events come. */
  public Subscription comingSeldom() {
    return new Subscription(group, topic, types, orderDependent, handler, true);
  }
}
