package org.nuanxin.membership.timeline.messaging;

import java.util.Set;
import org.nuanxin.events.EventType;
import org.nuanxin.events.Topics;
import org.nuanxin.kit.consume.Subscription;
import org.nuanxin.membership.timeline.RecordedSteps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the timeline listens to. No step depends on an earlier one, so none is ever parked. */
@Configuration(proxyBeanMethods = false)
class TimelineSubscriptions {

  @Bean
  Subscription grantsOnTimeline(RecordedSteps steps) {
    return Subscription.of(
        "membership.timeline",
        Topics.BENEFITS,
        Set.of(
            EventType.GRANT_ISSUED,
            EventType.GRANT_WAITING,
            EventType.GRANT_FAILED,
            EventType.GRANT_CANCELLED),
        new GrantsRecorded(steps));
  }

  @Bean
  Subscription visitsOnTimeline(RecordedSteps steps) {
    return Subscription.of(
            "membership.timeline-visits",
            Topics.STATIONS,
            Set.of(EventType.VISIT_CHECKED_IN),
            new VisitsRecorded(steps))
        .comingSeldom();
  }
}
