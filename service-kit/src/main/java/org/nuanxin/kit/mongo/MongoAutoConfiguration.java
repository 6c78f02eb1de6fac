package org.nuanxin.kit.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * The service's own database at durability class D1: a write is answered after a majority has it in
 * its journal, a read sees only what a majority has.
 */
@AutoConfiguration(
    afterName = "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration")
public class MongoAutoConfiguration {

  private static final int TIMEOUT_SECONDS = 5;

  @Bean
  MongoClientSettingsBuilderCustomizer durability() {
    return settings ->
        settings
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .readConcern(ReadConcern.MAJORITY)
            .applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS))
            .applyToSocketSettings(socket ->
                socket
                    .connectTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .readTimeout(2 * TIMEOUT_SECONDS, TimeUnit.SECONDS))
            .applyToConnectionPoolSettings(pool ->
                pool.maxSize(64).maxWaitTime(TIMEOUT_SECONDS, TimeUnit.SECONDS).maxConnecting(4));
  }

  /** The database of this service; no service has another's. */
  @Bean
  @ConditionalOnMissingBean
  MongoDatabase database(MongoClient client, @Value("${nuanxin.mongo.database}") String name) {
    return client.getDatabase(name);
  }

  @Bean
  IndexesAtStart indexesAtStart(MongoDatabase database, ObjectProvider<Indexes> indexes) {
    return new IndexesAtStart(database, indexes.orderedStream().toList());
  }

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }
}
