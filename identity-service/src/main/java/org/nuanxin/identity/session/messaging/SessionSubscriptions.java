package org.nuanxin.identity.session.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.nuanxin.events.EventType;
import org.nuanxin.events.Topics;
import org.nuanxin.identity.session.EndFormerSessions;
import org.nuanxin.kit.consume.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What sessions listen to. No event depends on an earlier one, so none is ever parked. It is not
 * said to come seldom: its topic is the busiest there is, and looking for each record at once would
 * cost more than all that is done with them.
 */
@Configuration(proxyBeanMethods = false)
class SessionSubscriptions {

  static final String GROUP = "identity.phones";

  @Bean
  Subscription phonesOfMembers(EndFormerSessions endFormerSessions, MeterRegistry meters) {
    return Subscription.of(
        GROUP,
        Topics.MEMBERSHIP,
        Set.of(EventType.MEMBER_PHONE_CHANGED),
        new PhonesChanged(endFormerSessions, meters.counter("nuanxin.identity.sessions.ended")));
  }
}
