package org.nuanxin.notification.message.messaging;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nuanxin.events.EventType;
import org.nuanxin.events.Topics;
import org.nuanxin.kit.consume.Subscription;
import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.notification.message.EventOccurred;
import org.nuanxin.notification.message.TellPeople;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The two consumer groups of this service. No event depends on an earlier one: messages are
 * independent and recipients are guarded by sequence, so nothing is ever parked.
 */
@Configuration(proxyBeanMethods = false)
class NotificationSubscriptions {

  static final String MEMBERSHIP_GROUP = "notification.membership";
  static final String BENEFITS_GROUP = "notification.benefits";

  @Bean
  Subscription membershipEvents(TellPeople tellPeople) {
    return subscription(MEMBERSHIP_GROUP, Topics.MEMBERSHIP, tellPeople);
  }

  @Bean
  Subscription benefitsEvents(TellPeople tellPeople) {
    return subscription(BENEFITS_GROUP, Topics.BENEFITS, tellPeople);
  }

  private static Subscription subscription(String group, String topic, TellPeople tellPeople) {
    Set<EventType> types =
        Arrays.stream(EventType.values())
            .filter(type -> type.topic().equals(topic))
            .collect(Collectors.toUnmodifiableSet());
    return Subscription.of(group, topic, types, batch -> tell(tellPeople, batch));
  }

  private static List<StoredEvent> tell(TellPeople tellPeople, List<ReceivedEvent> batch) {
    tellPeople.of(
        batch.stream()
            .map(event ->
                new EventOccurred(event.id(), event.sequence(), event.time(), event.event()))
            .toList());
    // Messages are this flow's end: they cause no further events.
    return List.of();
  }
}
