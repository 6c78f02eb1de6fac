package org.nuanxin.membership.member.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.bson.BsonDocument;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.outbox.GroupCommit;
import org.nuanxin.kit.outbox.OutboxCollection;
import org.nuanxin.kit.outbox.OutboxRelay;
import org.nuanxin.kit.outbox.OutboxSweeper;
import org.nuanxin.membership.calendar.WorkingCalendar;
import org.nuanxin.membership.figures.Counts;
import org.nuanxin.membership.member.MemberSearch;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.member.MembershipNumbers;
import org.nuanxin.membership.member.ReviewQueue;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store of persons: group commit in, relay and sweeper out. */
@Configuration(proxyBeanMethods = false)
class MemberStoreConfiguration {

  @Bean
  MemberIndexes memberIndexes() {
    return new MemberIndexes();
  }

  @Bean
  OutboxCollection membersOutbox() {
    return new OutboxCollection(MemberIndexes.MEMBERS);
  }

  @Bean
  GroupCommit<BsonDocument> memberCommit(
      MongoDatabase database,
      MeterRegistry meters,
      @Value("${nuanxin.membership.linger-micros:2000}") long lingerMicros) {
    return new GroupCommit<>(members(database), lingerMicros, meters);
  }

  @Bean
  OutboxRelay memberRelay(MongoDatabase database, EventPublisher publisher, MeterRegistry meters) {
    return new OutboxRelay(members(database), publisher, meters);
  }

  @Bean
  OutboxSweeper memberSweeper(
      MongoDatabase database,
      OutboxRelay relay,
      Clock clock,
      @Value("${nuanxin.membership.sweep-every:2s}") Duration every,
      @Value("${nuanxin.membership.sweep-grace:5s}") Duration grace) {
    return new OutboxSweeper(members(database), relay, clock, every, grace);
  }

  @Bean
  Members members(
      MongoDatabase database, GroupCommit<BsonDocument> memberCommit, OutboxRelay relay) {
    return new MongoMembers(database, memberCommit, relay);
  }

  @Bean
  ReviewQueue reviewQueue(MongoDatabase database) {
    return new MongoReviewQueue(database);
  }

  @Bean
  MemberSearch memberSearch(MongoDatabase database) {
    return new MongoMemberSearch(database);
  }

  @Bean
  Counts counts(MongoDatabase database, WorkingCalendar calendar) {
    return new MongoCounts(database, calendar);
  }

  @Bean
  MembershipNumbers membershipNumbers(MongoDatabase database, WorkingCalendar calendar) {
    return new LeasedNumbers(database, calendar.zone());
  }

  private static MongoCollection<BsonDocument> members(MongoDatabase database) {
    return database.getCollection(MemberIndexes.MEMBERS, BsonDocument.class);
  }
}
