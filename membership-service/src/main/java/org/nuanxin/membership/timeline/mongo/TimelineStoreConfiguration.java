package org.nuanxin.membership.timeline.mongo;

import com.mongodb.client.MongoDatabase;
import org.nuanxin.membership.timeline.RecordedSteps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timeline's store and its change feed. */
@Configuration(proxyBeanMethods = false)
class TimelineStoreConfiguration {

  @Bean
  RecordedSteps recordedSteps(MongoDatabase database) {
    return new MongoRecordedSteps(database);
  }

  @Bean
  LiveTimelines liveTimelines(MongoDatabase database) {
    return new LiveTimelines(database);
  }
}
