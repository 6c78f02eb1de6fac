package org.nuanxin.localstack.testing;

import java.util.Collection;
import java.util.List;
import org.nuanxin.events.Topics;
import org.nuanxin.localstack.backends.Docker;

/**
 * The real Kafka broker and the real MongoDB server that this JVM's tests share: containers where
 * Docker answers, else the broker in this JVM and a {@code mongod} on a temporary folder. Both
 * start at the first call and stop with the JVM; the choice is printed once.
 */
public final class TestBackends {

  private TestBackends() {}

  /** Kafka's bootstrap servers; all topics of {@link Topics} exist. */
  public static String kafka() {
    return Started.BACKENDS.broker().bootstrapServers();
  }

  /** MongoDB's connection string, without a database: each test takes its own. */
  public static String mongoUri() {
    return Started.BACKENDS.mongo().uri();
  }

  /** The broker, to take it away and bring it back. */
  public static TestBroker broker() {
    return Started.BACKENDS.broker();
  }

  /** Creates further topics with as many partitions as ours have; existing ones stay. */
  public static void createTopics(String... names) {
    broker().createTopics(List.of(names), Topics.PARTITIONS);
  }

  /** Creates further topics; existing ones stay. */
  public static void createTopics(Collection<String> names, int partitions) {
    broker().createTopics(names, partitions);
  }

  private static final class Started {
    private static final Backends BACKENDS = start();

    private static Backends start() {
      QuietLogs.keep();
      Backends backends = Docker.answers() ? ContainerBackends.start() : LocalBackends.start();
      Runtime.getRuntime().addShutdownHook(new Thread(backends::close, "test-backends-stop"));
      backends.broker().createTopics(Topics.ALL, Topics.PARTITIONS);
      System.out.println("Test backends: " + backends);
      return backends;
    }
  }
}
