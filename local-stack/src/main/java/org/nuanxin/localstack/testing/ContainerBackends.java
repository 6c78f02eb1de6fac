package org.nuanxin.localstack.testing;

import org.nuanxin.localstack.backends.MongoInDocker;
import org.nuanxin.localstack.backends.MongoServer;
import org.testcontainers.kafka.KafkaContainer;

/** Both in Docker, by Testcontainers. */
record ContainerBackends(KafkaContainer kafka, ContainerTestBroker broker, MongoServer mongo)
    implements Backends {

  private static final String KAFKA_IMAGE = "apache/kafka:4.2.0";

  static ContainerBackends start() {
    KafkaContainer kafka =
        new KafkaContainer(KAFKA_IMAGE)
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    kafka.start();
    return new ContainerBackends(kafka, new ContainerTestBroker(kafka), MongoInDocker.start());
  }

  @Override
  public void close() {
    broker.start();
    kafka.stop();
    mongo.close();
  }

  @Override
  public String toString() {
    return KAFKA_IMAGE
        + " in Docker at "
        + broker.bootstrapServers()
        + ", "
        + mongo.origin()
        + " at "
        + mongo.uri();
  }
}
