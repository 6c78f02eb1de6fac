package org.nuanxin.localstack.testing;

import java.util.Collection;

/** The tests' Kafka broker, which can be taken away and brought back with its data and address. */
public sealed interface TestBroker permits LocalTestBroker, ContainerTestBroker {

  /** {@code host:port}, the same before and after an outage. */
  String bootstrapServers();

  /** Takes the broker away; clients get no answer until {@link #start}. */
  void stop();

  /** Brings it back on the same address with all it had acknowledged; does nothing if it is up. */
  void start();

  /** Creates those topics that do not exist yet. */
  void createTopics(Collection<String> names, int partitions);
}
