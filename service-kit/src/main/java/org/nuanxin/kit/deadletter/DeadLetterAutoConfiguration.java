package org.nuanxin.kit.deadletter;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.nuanxin.kit.mongo.Indexes;
import org.nuanxin.kit.mongo.MongoAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The store of dead letters and its indexes. */
@AutoConfiguration(after = MongoAutoConfiguration.class)
public class DeadLetterAutoConfiguration {

  @Bean
  DeadLetters deadLetters(
      MongoDatabase database,
      @Value("${nuanxin.service}") String service,
      Clock clock,
      MeterRegistry meters) {
    return new DeadLetters(database, service, clock, meters);
  }

  @Bean
  Indexes deadLetterIndexes() {
    return DeadLetters::createIndexes;
  }
}
