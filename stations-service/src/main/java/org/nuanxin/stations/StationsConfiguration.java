package org.nuanxin.stations;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.bson.BsonDocument;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.mongo.Indexes;
import org.nuanxin.kit.outbox.OutboxCollection;
import org.nuanxin.kit.outbox.OutboxRelay;
import org.nuanxin.kit.outbox.OutboxSweeper;
import org.nuanxin.kit.security.AccessRules;
import org.nuanxin.kit.security.Role;
import org.nuanxin.stations.station.KeepRegister;
import org.nuanxin.stations.station.Stations;
import org.nuanxin.stations.station.mongo.MongoStations;
import org.nuanxin.stations.station.sample.SampleStations;
import org.nuanxin.stations.visit.CheckIn;
import org.nuanxin.stations.visit.Tries;
import org.nuanxin.stations.visit.Visits;
import org.nuanxin.stations.visit.mongo.MongoTries;
import org.nuanxin.stations.visit.mongo.MongoVisits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Puts register and visits together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StationsSettings.class)
class StationsConfiguration {

  private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(5);

  @Bean
  AccessRules accessRules() {
    // A station names no union, so a union's administrator cannot be held to the own ones.
    return rules -> {
      rules
          .requestMatchers(HttpMethod.GET, "/api/v1/stations", "/api/v1/stations/{id}")
          .permitAll();
      rules
          .requestMatchers(HttpMethod.POST, "/api/v1/stations")
          .hasRole(Role.FEDERATION_ADMIN.name());
      rules
          .requestMatchers(HttpMethod.PUT, "/api/v1/stations/{id}")
          .hasAnyRole(Role.FEDERATION_ADMIN.name(), Role.STATION_KEEPER.name());
      rules
          .requestMatchers(HttpMethod.POST, "/api/v1/stations/{id}/visits")
          .hasRole(Role.WORKER.name());
    };
  }

  @Bean
  Indexes stationIndexes() {
    return database -> {
      MongoStations.createIndexes(database);
      MongoVisits.createIndexes(database);
      MongoTries.createIndexes(database);
    };
  }

  @Bean
  Stations stations(MongoDatabase database) {
    return new MongoStations(database);
  }

  @Bean
  KeepRegister keepRegister(Stations stations) {
    return new KeepRegister(stations);
  }

  /** A runner, so that it is done before the service says that it is ready. */
  @Bean
  @ConditionalOnBooleanProperty("nuanxin.stations.sample")
  ApplicationRunner sampleStations(
      Stations stations, @Value("${nuanxin.federation:460200}") String federation) {
    return arguments -> new SampleStations(stations, federation).register();
  }

  @Bean
  OutboxCollection visitsOutbox() {
    return new OutboxCollection(MongoVisits.COLLECTION);
  }

  @Bean
  OutboxRelay visitsRelay(MongoDatabase database, EventPublisher publisher, MeterRegistry meters) {
    return new OutboxRelay(stored(database), publisher, meters);
  }

  @Bean
  OutboxSweeper visitsSweeper(MongoDatabase database, OutboxRelay relay, Clock clock) {
    return new OutboxSweeper(stored(database), relay, clock, SWEEP_EVERY, GRACE);
  }

  @Bean
  Visits visits(MongoDatabase database, OutboxRelay relay) {
    return new MongoVisits(database, relay);
  }

  @Bean
  Tries tries(MongoDatabase database, StationsSettings settings) {
    return new MongoTries(database, settings.triesPerHour());
  }

  @Bean
  CheckIn checkIn(Stations stations, Visits visits, Tries tries) {
    return new CheckIn(stations, visits, tries);
  }

  private static MongoCollection<BsonDocument> stored(MongoDatabase database) {
    return database.getCollection(MongoVisits.COLLECTION, BsonDocument.class);
  }
}
