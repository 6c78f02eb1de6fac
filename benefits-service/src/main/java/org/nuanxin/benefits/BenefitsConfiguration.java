package org.nuanxin.benefits;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.bson.BsonDocument;
import org.nuanxin.benefits.grant.Grants;
import org.nuanxin.benefits.grant.RetrySchedule;
import org.nuanxin.benefits.grant.mongo.MongoGrants;
import org.nuanxin.benefits.programme.mongo.MongoProgrammes;
import org.nuanxin.benefits.provider.ProviderSettings;
import org.nuanxin.benefits.provider.Providers;
import org.nuanxin.benefits.stock.Stock;
import org.nuanxin.benefits.stock.mongo.MongoStock;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.mongo.Indexes;
import org.nuanxin.kit.outbox.OutboxCollection;
import org.nuanxin.kit.outbox.OutboxRelay;
import org.nuanxin.kit.outbox.OutboxSweeper;
import org.nuanxin.kit.security.AccessRules;
import org.nuanxin.kit.security.Role;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Stores, relay and access; what differs by programme is in {@link ProgrammeWiring}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BenefitsSettings.class, ProviderSettings.class})
class BenefitsConfiguration {

  private static final String GRANTS = "grants";

  @Bean
  OutboxCollection grantsOutbox() {
    return new OutboxCollection(GRANTS);
  }

  @Bean
  OutboxRelay grantsRelay(MongoDatabase database, EventPublisher publisher, MeterRegistry meters) {
    return new OutboxRelay(database.getCollection(GRANTS, BsonDocument.class), publisher, meters);
  }

  @Bean
  OutboxSweeper grantsSweeper(MongoDatabase database, OutboxRelay relay, Clock clock) {
    return new OutboxSweeper(
        database.getCollection(GRANTS, BsonDocument.class),
        relay,
        clock,
        Duration.ofSeconds(1),
        Duration.ofSeconds(2));
  }

  @Bean
  Grants grants(MongoDatabase database, OutboxRelay relay, Clock clock) {
    return new MongoGrants(database, relay, clock);
  }

  @Bean
  Stock stock(MongoDatabase database) {
    return new MongoStock(database);
  }

  @Bean
  MongoProgrammes programmes(MongoDatabase database) {
    return new MongoProgrammes(database);
  }

  @Bean
  Indexes benefitsIndexes() {
    return database -> {
      MongoGrants.createIndexes(database);
      MongoStock.createIndexes(database);
    };
  }

  @Bean
  Providers providers(ProviderSettings settings, MeterRegistry meters) {
    return new Providers(settings, meters);
  }

  @Bean
  RetrySchedule retrySchedule(BenefitsSettings settings) {
    var work = settings.work();
    return new RetrySchedule(work.firstRetry(), work.longestRetry(), work.lease());
  }

  @Bean
  AccessRules accessRules() {
    return rules -> {
      rules.requestMatchers(HttpMethod.GET, "/api/v1/me/grants").authenticated();
      rules.requestMatchers(HttpMethod.GET, "/api/v1/programmes").authenticated();
      rules.requestMatchers(HttpMethod.GET, "/api/v1/grants/*").authenticated();
      rules
          .requestMatchers(HttpMethod.GET, "/api/v1/members/*/grants")
          .hasAnyRole(
              Role.REVIEWER.name(),
              Role.UNION_ADMIN.name(),
              Role.FEDERATION_ADMIN.name(),
              Role.AUDITOR.name());
      rules
          .requestMatchers(HttpMethod.GET, "/api/v1/grants", "/api/v1/providers", "/api/v1/stock")
          .hasAnyRole(Role.FEDERATION_ADMIN.name(), Role.AUDITOR.name(), Role.OPS.name());
      rules
          .requestMatchers(HttpMethod.POST, "/api/v1/stock/packs", "/api/v1/stock/codes")
          .hasRole(Role.FEDERATION_ADMIN.name());
    };
  }
}
