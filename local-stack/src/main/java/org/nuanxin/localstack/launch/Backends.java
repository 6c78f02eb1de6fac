package org.nuanxin.localstack.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.nuanxin.events.Topics;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.backends.KafkaBroker;
import org.nuanxin.localstack.backends.MongoCache;
import org.nuanxin.localstack.backends.MongoServer;
import org.nuanxin.localstack.process.Ports;
import org.nuanxin.localstack.sandbox.Sandbox;
import org.nuanxin.localstack.supervise.Jit;
import org.nuanxin.localstack.workspace.Workspace;

/**
 * What the services stand on: broker, database and the providers' sandbox.
 *
 * @param kafka bootstrap servers, where the broker is or will soon be
 * @param broker done when the broker is up and has the topics
 * @param mongo the database, up
 * @param sandbox the providers, up
 */
record Backends(
    String kafka, CompletableFuture<KafkaBroker> broker, WatchedMongo mongo, Sandbox sandbox) {

  /** One of each service, as its configuration names it. */
  static final List<String> DATABASES =
      List.of("identity", "membership", "benefits", "stations", "notification");

  private static final int KAFKA_PORT = 19092;
  private static final int SANDBOX_PORT = 8090;

  /**
   * Starts the three side by side and returns when database and sandbox are up: the broker takes
   * longest, and services need it last.
   */
  static Backends start(Workspace workspace, LaunchOptions options, Parts parts, Screen screen) {
    int port = Ports.preferred(KAFKA_PORT);
    CompletableFuture<KafkaBroker> broker =
        started(() -> startKafka(workspace, port, parts, screen));
    CompletableFuture<WatchedMongo> mongo =
        started(() -> startMongo(workspace, options, parts, screen));
    CompletableFuture<Sandbox> sandbox = started(() -> startSandbox(workspace, parts, screen));
    return new Backends("127.0.0.1:" + port, broker, joined(mongo), joined(sandbox));
  }

  /** Where a database of ours keeps its data. */
  static Path mongoData(Workspace workspace) {
    return workspace.data().resolve("mongo");
  }

  /** Waits until the broker is up too. */
  void awaitBroker() {
    joined(broker);
  }

  private static <T> T joined(CompletableFuture<T> part) {
    try {
      return part.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CannotStart failure ? failure : e;
    }
  }

  private static WatchedMongo startMongo(
      Workspace workspace, LaunchOptions options, Parts parts, Screen screen) {
    long began = System.nanoTime();
    MongoServer server =
        MongoServer.start(
            options.mongoUri(),
            mongoData(workspace),
            workspace.logs().resolve("mongod.log"),
            options.jit() == Jit.FULL ? MongoCache.LARGE : MongoCache.SMALL);
    WatchedMongo mongo = parts.add(Parts.Stage.MONGO, WatchedMongo.over(server, screen));
    if (options.fresh() && options.mongoUri().isPresent()) {
      // The keys to what is in there went with our own data.
      server.drop(DATABASES);
      screen.say("  dropped on the given MongoDB: " + String.join(", ", DATABASES));
    }
    screen.say(Lines.ready("MongoDB", since(began), mongo.origin()));
    return mongo;
  }

  private static KafkaBroker startKafka(Workspace workspace, int port, Parts parts, Screen screen) {
    long began = System.nanoTime();
    KafkaBroker kafka =
        parts.add(Parts.Stage.KAFKA, KafkaBroker.start(workspace.data().resolve("kafka"), port));
    kafka.createTopics(Topics.ALL, Topics.PARTITIONS);
    screen.say(Lines.ready("Kafka", since(began), kafka.bootstrapServers()));
    return kafka;
  }

  private static Sandbox startSandbox(Workspace workspace, Parts parts, Screen screen) {
    long began = System.nanoTime();
    Path books = workspace.data().resolve("sandbox");
    SandboxBooks.mustFit(books, Runtime.getRuntime().maxMemory());
    try {
      Sandbox sandbox =
          parts.add(Parts.Stage.SANDBOX, Sandbox.start(books, Ports.preferred(SANDBOX_PORT)));
      screen.say(Lines.ready("sandbox", since(began), sandbox.url()));
      return sandbox;
    } catch (IOException e) {
      throw new CannotStart(
          CannotStart.Reason.FAILED, "The sandbox did not start: " + e.getMessage(), e);
    }
  }

  /** On threads of their own: the broker's start blocks for seconds. */
  private static <T> CompletableFuture<T> started(Supplier<T> start) {
    return CompletableFuture.supplyAsync(
        start, task -> Thread.ofPlatform().daemon().name("start-backend").start(task));
  }

  private static Duration since(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime);
  }
}
