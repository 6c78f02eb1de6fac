package org.nuanxin.localstack.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.nuanxin.localstack.backends.KafkaBroker;
import org.nuanxin.localstack.backends.MongoServer;
import org.nuanxin.localstack.workspace.Folders;

/** The broker in this JVM and a {@code mongod}, both on a temporary folder. */
record LocalBackends(Path folder, LocalTestBroker broker, MongoServer mongo) implements Backends {

  static LocalBackends start() {
    try {
      Path folder = Files.createTempDirectory("nuanxin-test-");
      Optional<String> uri =
          Optional.ofNullable(System.getenv("NUANXIN_TEST_MONGO_URI"))
              .filter(value -> !value.isBlank());
      MongoServer mongo =
          MongoServer.start(uri, folder.resolve("mongo"), folder.resolve("mongod.log"));
      KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"));
      return new LocalBackends(folder, new LocalTestBroker(broker), mongo);
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder for the test backends", e);
    }
  }

  @Override
  public void close() {
    broker.stop();
    mongo.close();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder, e);
    }
  }

  @Override
  public String toString() {
    return "Kafka broker in this JVM at "
        + broker.bootstrapServers()
        + ", "
        + mongo.origin()
        + " at "
        + mongo.uri();
  }
}
