package org.nuanxin.kit.ops;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.nuanxin.kit.consume.ConsumeAutoConfiguration;
import org.nuanxin.kit.consume.DryRun;
import org.nuanxin.kit.consume.Redrive;
import org.nuanxin.kit.consume.Subscription;
import org.nuanxin.kit.deadletter.DeadLetters;
import org.nuanxin.kit.outbox.OutboxCollection;
import org.nuanxin.kit.web.Cursors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** The operators' calls of every service. */
@AutoConfiguration(after = ConsumeAutoConfiguration.class)
public class OpsAutoConfiguration {

  @Bean
  ConsumerLag consumerLag(ObjectProvider<Subscription> subscriptions, KafkaProperties kafka) {
    return new ConsumerLag(subscriptions.orderedStream().toList(), kafka.buildAdminProperties());
  }

  @Bean
  ServiceStatus serviceStatus(
      @Value("${nuanxin.service}") String service,
      MongoDatabase database,
      ObjectProvider<OutboxCollection> outboxes,
      ConsumerLag lag,
      DeadLetters deadLetters,
      MeterRegistry meters,
      ObjectProvider<ProviderWatch> watches) {
    return new ServiceStatus(
        service,
        database,
        outboxes.orderedStream().toList(),
        lag,
        deadLetters,
        meters,
        watches.orderedStream().toList());
  }

  @Bean
  OpsController opsController(ServiceStatus status) {
    return new OpsController(status);
  }

  @Bean
  DeadLetterController deadLetterController(
      ServiceStatus status,
      DeadLetters deadLetters,
      Redrive redrive,
      DryRun dryRun,
      Cursors cursors) {
    return new DeadLetterController(status, deadLetters, redrive, dryRun, cursors);
  }
}
