package org.nuanxin.localstack.testing;

import java.util.Collection;
import org.nuanxin.localstack.backends.KafkaBroker;
import org.testcontainers.kafka.KafkaContainer;

/** The broker in Docker; an outage is a paused container, which keeps its port and data. */
final class ContainerTestBroker implements TestBroker {

  private final KafkaContainer container;
  private boolean paused;

  ContainerTestBroker(KafkaContainer container) {
    this.container = container;
  }

  @Override
  public String bootstrapServers() {
    return container.getBootstrapServers();
  }

  @Override
  public synchronized void stop() {
    if (!paused) {
      container.getDockerClient().pauseContainerCmd(container.getContainerId()).exec();
      paused = true;
    }
  }

  @Override
  public synchronized void start() {
    if (paused) {
      container.getDockerClient().unpauseContainerCmd(container.getContainerId()).exec();
      paused = false;
    }
  }

  @Override
  public void createTopics(Collection<String> names, int partitions) {
    KafkaBroker.createTopics(bootstrapServers(), names, partitions);
  }
}
