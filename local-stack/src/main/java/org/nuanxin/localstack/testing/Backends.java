package org.nuanxin.localstack.testing;

import org.nuanxin.localstack.backends.MongoServer;

/** A pair of backends; its text says which. */
sealed interface Backends extends AutoCloseable permits LocalBackends, ContainerBackends {

  TestBroker broker();

  MongoServer mongo();

  @Override
  void close();
}
