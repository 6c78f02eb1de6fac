package org.nuanxin.kit.web;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.nuanxin.kit.mongo.Indexes;
import org.nuanxin.kit.mongo.MongoAutoConfiguration;
import org.nuanxin.kit.pii.BlindIndex;
import org.nuanxin.kit.pii.PersonalData;
import org.nuanxin.kit.pii.PiiAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** The general store of Idempotency-Keys, where the service has a database. */
@AutoConfiguration(after = {MongoAutoConfiguration.class, PiiAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(MongoDatabase.class)
public class IdempotencyAutoConfiguration {

  @Bean
  IdempotencyStore idempotencyStore(
      MongoDatabase database,
      JsonMapper mapper,
      PersonalData personalData,
      BlindIndex blindIndex,
      Clock clock) {
    return new IdempotencyStore(
        database, new IdempotencyForms(mapper, personalData, blindIndex), clock);
  }

  @Bean
  Indexes idempotencyIndexes() {
    return IdempotencyStore::createIndexes;
  }
}
