package org.nuanxin.kit.event;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** One producer for the process, set up for durability first and batching second. */
@AutoConfiguration(
    afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
public class EventAutoConfiguration {

  @Bean(destroyMethod = "close")
  @Lazy
  Producer<String, byte[]> eventProducer(KafkaProperties properties) {
    Map<String, Object> settings = new HashMap<>(properties.buildProducerProperties());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    // A few milliseconds make batches under load; a dead broker holds a sender a second at most.
    settings.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 4);
    settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1000);
    settings.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5000);
    settings.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    settings.putIfAbsent(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000);
    return new KafkaProducer<>(settings);
  }

  @Bean
  @Lazy
  EventPublisher eventPublisher(
      Producer<String, byte[]> producer, @Value("${nuanxin.service}") String service) {
    return new EventPublisher(producer, "urn:nuanxin:" + service);
  }
}
