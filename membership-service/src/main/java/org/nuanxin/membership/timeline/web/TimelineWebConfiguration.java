package org.nuanxin.membership.timeline.web;

import org.nuanxin.kit.web.SseStreams;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.timeline.ReadTimeline;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands between the controller and the timelines. */
@Configuration(proxyBeanMethods = false)
class TimelineWebConfiguration {

  @Bean
  TimelineStreams timelineStreams(
      SseStreams streams, TimelineChanges changes, Members members, ReadTimeline timeline) {
    return new TimelineStreams(streams, changes, members, timeline);
  }
}
