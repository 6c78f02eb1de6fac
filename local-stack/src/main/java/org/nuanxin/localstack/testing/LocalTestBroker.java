package org.nuanxin.localstack.testing;

import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.nuanxin.localstack.backends.KafkaBroker;

/** The broker in this JVM. */
final class LocalTestBroker implements TestBroker {

  private final Path data;
  private final int port;
  private @Nullable KafkaBroker broker;

  LocalTestBroker(KafkaBroker broker) {
    this.data = broker.data();
    this.port = broker.port();
    this.broker = broker;
  }

  @Override
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public synchronized void stop() {
    if (broker != null) {
      broker.close();
      broker = null;
    }
  }

  @Override
  public synchronized void start() {
    if (broker == null) {
      broker = KafkaBroker.start(data, port);
    }
  }

  @Override
  public synchronized void createTopics(Collection<String> names, int partitions) {
    if (broker == null) {
      throw new IllegalStateException("The broker is stopped");
    }
    broker.createTopics(names, partitions);
  }
}
