package org.nuanxin.kit.consume;

import io.micrometer.core.instrument.MeterRegistry;
import org.nuanxin.kit.deadletter.DeadLetterAutoConfiguration;
import org.nuanxin.kit.deadletter.DeadLetters;
import org.nuanxin.kit.deadletter.RedriveClaims;
import org.nuanxin.kit.deadletter.SetAside;
import org.nuanxin.kit.event.EventAutoConfiguration;
import org.nuanxin.kit.event.EventPublisher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * Runs every {@link Subscription} of the service. The publisher is made when first used: a service
 * that neither consumes nor emits has no producer.
 */
@AutoConfiguration(after = {EventAutoConfiguration.class, DeadLetterAutoConfiguration.class})
@EnableConfigurationProperties(ConsumerSettings.class)
public class ConsumeAutoConfiguration {

  @Bean
  EventConsumers eventConsumers(
      ObjectProvider<Subscription> subscriptions,
      KafkaProperties kafka,
      ConsumerSettings settings,
      @Value("${nuanxin.instance:}") String instance,
      @Value("${nuanxin.service}") String service,
      @Lazy EventPublisher publisher,
      SetAside setAside,
      MeterRegistry meters) {
    return new EventConsumers(
        subscriptions.orderedStream().toList(),
        kafka.buildConsumerProperties(),
        settings,
        InstanceName.of(instance, service),
        publisher,
        setAside,
        meters);
  }

  @Bean
  Redrive redrive(
      ObjectProvider<Subscription> subscriptions,
      @Lazy EventPublisher publisher,
      RedriveClaims claims) {
    return new Redrive(subscriptions.orderedStream().toList(), publisher, claims);
  }

  @Bean
  DryRun dryRun(
      ObjectProvider<Subscription> subscriptions, DeadLetters letters, RedriveClaims claims) {
    return new DryRun(subscriptions.orderedStream().toList(), letters, claims);
  }

  @Bean
  DueRetries dueRetries(Redrive redrive) {
    return new DueRetries(redrive);
  }
}
