package org.nuanxin.localstack.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.nuanxin.events.Topics;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.backends.KafkaBroker;
import org.nuanxin.localstack.backends.MongoServer;
import org.nuanxin.localstack.process.Ports;
import org.nuanxin.localstack.sandbox.Sandbox;
import org.nuanxin.localstack.workspace.Workspace;

/** What the services stand on: broker, database and the providers' sandbox. */
record Backends(KafkaBroker kafka, WatchedMongo mongo, Sandbox sandbox) {

  private static final int KAFKA_PORT = 19092;
  private static final int SANDBOX_PORT = 8090;

  /** Starts the three side by side. */
  static Backends start(Workspace workspace, LaunchOptions options, Parts parts, Screen screen) {
    CompletableFuture<WatchedMongo> mongo =
        started(() -> startMongo(workspace, options, parts, screen));
    CompletableFuture<KafkaBroker> kafka = started(() -> startKafka(workspace, parts, screen));
    CompletableFuture<Sandbox> sandbox = started(() -> startSandbox(workspace, parts, screen));
    try {
      CompletableFuture.allOf(mongo, kafka, sandbox).join();
      return new Backends(kafka.join(), mongo.join(), sandbox.join());
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
            workspace.data().resolve("mongo"),
            workspace.logs().resolve("mongod.log"));
    WatchedMongo mongo = parts.add(Parts.Stage.MONGO, WatchedMongo.over(server, screen));
    screen.say(Lines.ready("MongoDB", since(began), mongo.origin()));
    return mongo;
  }

  private static KafkaBroker startKafka(Workspace workspace, Parts parts, Screen screen) {
    long began = System.nanoTime();
    KafkaBroker kafka =
        parts.add(
            Parts.Stage.KAFKA,
            KafkaBroker.start(workspace.data().resolve("kafka"), Ports.preferred(KAFKA_PORT)));
    kafka.createTopics(Topics.ALL, Topics.PARTITIONS);
    screen.say(Lines.ready("Kafka", since(began), kafka.bootstrapServers()));
    return kafka;
  }

  private static Sandbox startSandbox(Workspace workspace, Parts parts, Screen screen) {
    long began = System.nanoTime();
    try {
      Sandbox sandbox =
          parts.add(
              Parts.Stage.SANDBOX,
              Sandbox.start(workspace.data().resolve("sandbox"), Ports.preferred(SANDBOX_PORT)));
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
