package org.nuanxin.localstack.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.Topics;

class TestBackendsTest {

  @Test
  void hasEveryTopicWithItsPartitions() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestBackends.kafka()))) {
      assertThat(admin.describeTopics(Topics.ALL).allTopicNames().get().values())
          .hasSize(Topics.ALL.size())
          .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(Topics.PARTITIONS));
    }
  }

  @Test
  void keepsAcknowledgedRecordsOverAnOutage() throws Exception {
    TestBackends.createTopics("outage");
    String address = TestBackends.kafka();
    TopicPartition partition = new TopicPartition("outage", 3);
    Map<String, Object> clients =
        Map.of("bootstrap.servers", address, "acks", "all", "enable.idempotence", true);
    try (var producer =
        new KafkaProducer<>(clients, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("outage", 3, "key", "before")).get();

      TestBackends.broker().stop();
      // Without a broker the client forgets its metadata, so that sending blocks its caller.
      var during =
          CompletableFuture.runAsync(
              () -> producer.send(new ProducerRecord<>("outage", 3, "key", "during")));
      TestBackends.broker().start();

      during.get();
      producer.flush();
    }
    assertThat(TestBackends.kafka()).isEqualTo(address);
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", address),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      AtomicInteger seen = new AtomicInteger();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> seen.addAndGet(consumer.poll(Duration.ofMillis(100)).count()) == 2);
    }
  }

  @Test
  void writesToMongoWithMajorityAndTransactions() {
    try (MongoClient client = MongoClients.create(TestBackends.mongoUri());
        var session = client.startSession()) {
      var collection = client.getDatabase("backends").getCollection("things");
      collection.drop();
      client.getDatabase("backends").createCollection("things");
      session.withTransaction(
          () -> collection.insertOne(session, new Document("_id", 1)).wasAcknowledged());
      assertThat(collection.countDocuments()).isEqualTo(1);
    }
  }
}
