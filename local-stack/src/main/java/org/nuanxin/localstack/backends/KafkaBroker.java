package org.nuanxin.localstack.backends;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.process.Ports;

/**
 * A real Kafka broker and its controller (KRaft, one node) inside this JVM. What it acknowledged
 * survives the death of the process; it does not survive a loss of power, since one node keeps one
 * copy and leaves the flushing to the operating system.
 */
public final class KafkaBroker implements AutoCloseable {

  private final Path data;
  private final int port;
  private final KafkaRaftServer server;

  private KafkaBroker(Path data, int port, KafkaRaftServer server) {
    this.data = data;
    this.port = port;
    this.server = server;
  }

  /** Starts on a free port. */
  public static KafkaBroker start(Path data) {
    return start(data, Ports.free());
  }

  /** Starts on the port given, on the data of an earlier start if there is any. */
  public static KafkaBroker start(Path data, int port) {
    if (!Ports.isFree(port)) {
      throw new CannotStart(
          CannotStart.Reason.PORT_IN_USE, "Port " + port + " is in use; Kafka needs it.");
    }
    Path log = data.toAbsolutePath();
    Properties settings = KafkaSettings.of(log, port, Ports.free());
    try {
      format(log);
      KafkaRaftServer server =
          new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
      server.startup();
      return new KafkaBroker(log, port, server);
    } catch (Exception e) {
      throw new CannotStart(CannotStart.Reason.FAILED, "Kafka did not start: " + e.getMessage(), e);
    }
  }

  /**
   * Says what happens when Kafka meets an error it cannot go on from (such as a full disk) and
   * would end the JVM without a word. Applies to every broker of this JVM.
   */
  public static void onFatalError(Consumer<String> told) {
    Exit.Procedure procedure =
        (code, message) -> told.accept(message == null ? "exit code " + code : message);
    Exit.setExitProcedure(procedure);
    Exit.setHaltProcedure(procedure);
  }

  /** {@code host:port} for clients. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** The port clients use. */
  public int port() {
    return port;
  }

  /** Where the log is kept. */
  public Path data() {
    return data;
  }

  /** Creates those topics that do not exist yet. */
  public void createTopics(Collection<String> names, int partitions) {
    createTopics(bootstrapServers(), names, partitions);
  }

  /** Creates those topics that do not exist yet on any broker. */
  public static void createTopics(
      String bootstrapServers, Collection<String> names, int partitions) {
    List<NewTopic> topics =
        names.stream().map(name -> new NewTopic(name, partitions, (short) 1)).toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      for (var created : admin.createTopics(topics).values().values()) {
        awaitCreated(created);
      }
    } catch (ExecutionException e) {
      throw new CannotStart(
          CannotStart.Reason.FAILED, "Kafka's topics cannot be created: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart(CannotStart.Reason.FAILED, "Interrupted while creating topics.", e);
    }
  }

  private static void awaitCreated(KafkaFuture<Void> created)
      throws ExecutionException, InterruptedException {
    try {
      created.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private static void format(Path data) throws Exception {
    Files.createDirectories(data);
    if (Files.exists(data.resolve("meta.properties"))) {
      return;
    }
    try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream())) {
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(KafkaSettings.NODE)
          .setControllerListenerName(KafkaSettings.CONTROLLER)
          .setMetadataLogDirectory(data.toString())
          .addDirectory(data.toString())
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setIgnoreFormatted(true)
          .setPrintStream(nowhere)
          .run();
    } catch (IOException e) {
      throw new CannotStart(
          CannotStart.Reason.DISK, "Kafka's data cannot be written to " + data + ".", e);
    }
  }

  /** Stops in good order; the data stays. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
