package org.nuanxin.kit.deadletter;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.nuanxin.kit.mongo.Indexes;
import org.nuanxin.kit.mongo.MongoAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The store of dead letters, by what is done with them, and its indexes. */
@AutoConfiguration(after = MongoAutoConfiguration.class)
public class DeadLetterAutoConfiguration {

  @Bean
  DeadLetters deadLetters(MongoDatabase database) {
    return new DeadLetters(database);
  }

  @Bean
  SetAside setAside(
      MongoDatabase database,
      @Value("${nuanxin.service}") String service,
      Clock clock,
      MeterRegistry meters) {
    return new SetAside(database, service, clock, meters);
  }

  @Bean
  RedriveClaims redriveClaims(MongoDatabase database, Clock clock) {
    return new RedriveClaims(database, clock);
  }

  @Bean
  Indexes deadLetterIndexes() {
    return LetterCollection::createIndexes;
  }
}
