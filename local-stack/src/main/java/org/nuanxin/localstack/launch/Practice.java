package org.nuanxin.localstack.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.nuanxin.events.Topics;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.backends.KafkaBroker;
import org.nuanxin.localstack.backends.MongoServer;
import org.nuanxin.localstack.supervise.Environment;
import org.nuanxin.localstack.supervise.ServiceImage;
import org.nuanxin.localstack.supervise.ServiceImages;
import org.nuanxin.localstack.workspace.Account;
import org.nuanxin.localstack.workspace.Folders;
import org.nuanxin.localstack.workspace.PrivateFile;
import org.nuanxin.localstack.workspace.Secrets;
import org.nuanxin.localstack.workspace.Workspace;

/**
 * A Kafka and a MongoDB that are thrown away, on which services run once so that their start-up
 * caches can be made without a trace in the data.
 */
final class Practice implements AutoCloseable {

  private final Path folder;
  private final Parts parts = new Parts();

  private Practice(Path folder) {
    this.folder = folder;
  }

  /** Makes the caches of these images. */
  static void run(
      Collection<ServiceImage> images,
      ServiceImages preparation,
      Workspace workspace,
      Parts launching,
      Screen screen) {
    try {
      Path folder = Files.createTempDirectory(workspace.cache(), "practice-");
      try (Practice practice = launching.add(Parts.Stage.PREPARATION, new Practice(folder))) {
        preparation.makeCaches(
            images,
            practice.start(),
            workspace.logs(),
            service -> screen.say("  start-up cache of " + service.module() + " made"));
      }
    } catch (IOException e) {
      throw new CannotStart(
          CannotStart.Reason.DISK, "Cannot write to " + workspace.cache() + ".", e);
    }
  }

  private Environment start() {
    MongoServer mongo =
        parts.add(
            Parts.Stage.MONGO,
            MongoServer.start(
                Optional.empty(), folder.resolve("mongo"), folder.resolve("mongod.log")));
    KafkaBroker kafka = parts.add(Parts.Stage.KAFKA, KafkaBroker.start(folder.resolve("kafka")));
    kafka.createTopics(Topics.ALL, Topics.PARTITIONS);
    Path instances = folder.resolve("instances.json");
    PrivateFile.replace(instances, "{}");
    Account.in(folder);
    String nowhere = "http://127.0.0.1:9";
    return new Environment(
        kafka.bootstrapServers(),
        mongo.uri(),
        nowhere,
        nowhere,
        nowhere,
        nowhere,
        instances.toString(),
        Account.file(folder).toString(),
        Secrets.in(folder),
        true);
  }

  @Override
  public void close() throws IOException {
    parts.close();
    Folders.delete(folder);
  }
}
