package org.nuanxin.notification;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.nuanxin.kit.mongo.Indexes;
import org.nuanxin.kit.security.AccessRules;
import org.nuanxin.kit.security.Role;
import org.nuanxin.notification.message.Messages;
import org.nuanxin.notification.message.ReadInbox;
import org.nuanxin.notification.message.Recipients;
import org.nuanxin.notification.message.TellPeople;
import org.nuanxin.notification.message.mongo.MongoInboxChanges;
import org.nuanxin.notification.message.mongo.MongoMessages;
import org.nuanxin.notification.message.mongo.MongoRecipients;
import org.nuanxin.notification.template.Templates;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Puts the inbox together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
class InboxConfiguration {

  @Bean
  AccessRules accessRules() {
    return rules -> {
      rules.requestMatchers("/api/v1/me/messages/**").hasRole(Role.WORKER.name());
      rules
          .requestMatchers(HttpMethod.GET, "/api/v1/members/*/messages")
          .hasAnyRole(
              Role.REVIEWER.name(),
              Role.UNION_ADMIN.name(),
              Role.FEDERATION_ADMIN.name(),
              Role.AUDITOR.name());
    };
  }

  @Bean
  Templates templates(NotificationSettings settings) {
    return Templates.load(settings.zone());
  }

  @Bean
  Indexes inboxIndexes(NotificationSettings settings) {
    return database -> {
      MongoMessages.createIndexes(database, settings.retention());
      MongoRecipients.createIndexes(database);
    };
  }

  @Bean
  Messages messages(MongoDatabase database, MeterRegistry meters) {
    return new MongoMessages(database, meters);
  }

  @Bean
  Recipients recipients(MongoDatabase database) {
    return new MongoRecipients(database);
  }

  @Bean
  TellPeople tellPeople(Recipients recipients, Messages messages, Templates templates) {
    return new TellPeople(recipients, messages, templates.bySms());
  }

  @Bean
  ReadInbox readInbox(Recipients recipients, Messages messages) {
    return new ReadInbox(recipients, messages);
  }

  @Bean
  MongoInboxChanges inboxChanges(MongoDatabase database) {
    return new MongoInboxChanges(database);
  }
}
