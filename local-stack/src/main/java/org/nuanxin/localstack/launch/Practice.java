package org.nuanxin.localstack.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nuanxin.events.Topics;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.backends.KafkaBroker;
import org.nuanxin.localstack.backends.MongoServer;
import org.nuanxin.localstack.demo.Demo;
import org.nuanxin.localstack.demo.GaveUp;
import org.nuanxin.localstack.process.Ports;
import org.nuanxin.localstack.sandbox.Sandbox;
import org.nuanxin.localstack.supervise.Address;
import org.nuanxin.localstack.supervise.Environment;
import org.nuanxin.localstack.supervise.Service;
import org.nuanxin.localstack.supervise.ServiceImage;
import org.nuanxin.localstack.supervise.ServiceImages;
import org.nuanxin.localstack.workspace.Account;
import org.nuanxin.localstack.workspace.Folders;
import org.nuanxin.localstack.workspace.Json;
import org.nuanxin.localstack.workspace.PrivateFile;
import org.nuanxin.localstack.workspace.Secrets;
import org.nuanxin.localstack.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole stack that is thrown away: every service runs once and workers sign up, so that start-up
 * caches know what a service does at its start and what it does all day, without a trace in the
 * data.
 */
final class Practice implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Practice.class);
  private static final Demo SIGN_UPS = new Demo(120, 8, 0, Duration.ofSeconds(60));

  private static final String MONGO = "mongo";

  private final Path folder;
  private final Parts parts = new Parts();

  private Practice(Path folder) {
    this.folder = folder;
  }

  /** Starts a database that is thrown away; never one that somebody else uses. */
  @FunctionalInterface
  interface Database {

    /** Starts it on the folder, its log in the file. */
    MongoServer start(Path data, Path log);
  }

  /**
   * Makes the caches of those images that have none.
   *
   * @return whether it did; not where there is no database to practise on, as on a machine that is
   *     given a server elsewhere
   */
  static boolean run(
      Map<Service, ServiceImage> images,
      ServiceImages preparation,
      Workspace workspace,
      Database database,
      Parts launching,
      Screen screen) {
    try {
      Path folder = Files.createTempDirectory(workspace.cache(), "practice-");
      try (Practice practice = launching.add(Parts.Stage.PREPARATION, new Practice(folder))) {
        Optional<MongoServer> mongo = practice.start(database);
        if (mongo.isEmpty()) {
          screen.say("  no MongoDB server to practise on here, so no quick starts");
          return false;
        }
        practice.run(images, preparation, mongo.get(), workspace.logs(), screen);
        return true;
      }
    } catch (IOException e) {
      throw new CannotStart(
          CannotStart.Reason.DISK, "Cannot write to " + workspace.cache() + ".", e);
    }
  }

  private Optional<MongoServer> start(Database database) {
    try {
      return Optional.of(
          parts.add(
              Parts.Stage.MONGO,
              database.start(folder.resolve(MONGO), folder.resolve("mongod.log"))));
    } catch (CannotStart e) {
      if (e.reason() == CannotStart.Reason.MISSING) {
        LOG.info("There is no practice", e);
        return Optional.empty();
      }
      throw e;
    }
  }

  private void run(
      Map<Service, ServiceImage> images,
      ServiceImages preparation,
      MongoServer mongo,
      Path logs,
      Screen screen)
      throws IOException {
    Map<Service, Address> addresses = new EnumMap<>(Service.class);
    Map<String, List<String>> instances = new HashMap<>();
    for (Service service : images.keySet()) {
      Address address = Address.free();
      addresses.put(service, address);
      instances.put(service.module(), List.of(address.url()));
    }
    instances.remove(Service.GATEWAY.module());
    Path instancesFile = folder.resolve("instances.json");
    PrivateFile.replace(instancesFile, Json.write(instances));
    Sandbox sandbox =
        parts.add(Parts.Stage.SANDBOX, Sandbox.start(folder.resolve("sandbox"), Ports.free()));
    String gateway = Objects.requireNonNull(addresses.get(Service.GATEWAY)).url();
    preparation.practise(
        images,
        addresses,
        environment(addresses, mongo, sandbox.url(), instancesFile),
        logs,
        () -> signUp(gateway, sandbox.url()),
        service -> screen.say("  start-up cache of " + service.module() + " made"));
  }

  private static void signUp(String gateway, String sandbox) throws InterruptedException {
    try {
      SIGN_UPS.rehearse(gateway, sandbox);
    } catch (GaveUp e) {
      // A cache that knows only the start is worth making too.
      LOG.warn("The practice run saw no sign-up to its end", e);
    }
  }

  private Environment environment(
      Map<Service, Address> addresses, MongoServer mongo, String sandbox, Path instancesFile) {
    KafkaBroker kafka = parts.add(Parts.Stage.KAFKA, KafkaBroker.start(folder.resolve("kafka")));
    kafka.createTopics(Topics.ALL, Topics.PARTITIONS);
    Account.in(folder);
    return new Environment(
        kafka.bootstrapServers(),
        mongo.uri(),
        sandbox,
        Objects.requireNonNull(addresses.get(Service.GATEWAY)).url(),
        Objects.requireNonNull(addresses.get(Service.IDENTITY)).url(),
        Objects.requireNonNull(addresses.get(Service.MEMBERSHIP)).url(),
        instancesFile.toString(),
        Account.file(folder).toString(),
        Secrets.in(folder),
        true);
  }

  @Override
  public void close() throws IOException {
    parts.close();
    MongoServer.forget(folder.resolve(MONGO));
    Folders.delete(folder);
  }
}
