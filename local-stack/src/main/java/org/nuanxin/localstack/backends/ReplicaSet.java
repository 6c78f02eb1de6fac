package org.nuanxin.localstack.backends;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ClusterConnectionMode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.nuanxin.localstack.CannotStart;

/** Makes a {@code mongod} that was started with {@code --replSet} a replica set of one member. */
final class ReplicaSet {

  static final String NAME = "rs0";

  private static final int NOT_YET_INITIALIZED = 94;
  private static final int NOT_A_MEMBER = 93;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 25;

  private ReplicaSet() {}

  /**
   * Initiates the set, or moves it to this address when it had another before, and waits until it
   * takes writes.
   *
   * @param server where the server is reached now
   * @param member the address by which the set knows its one member
   * @param alive whether waiting still makes sense
   */
  static void ensureWritable(ServerAddress server, String member, BooleanSupplier alive) {
    try (MongoClient client = MongoClients.create(direct(server))) {
      MongoDatabase admin = client.getDatabase("admin");
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      boolean configured = false;
      while (System.nanoTime() < deadline && alive.getAsBoolean()) {
        try {
          configured = configured || configure(admin, member);
          if (admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false)) {
            return;
          }
        } catch (MongoException e) {
          // Not listening yet, or between two states; the deadline bounds the trying.
          configured = configured && !(e instanceof MongoCommandException);
        }
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      }
      throw new CannotStart(
          CannotStart.Reason.FAILED, "MongoDB did not become ready; its log says why.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart(CannotStart.Reason.FAILED, "Interrupted while MongoDB started.", e);
    }
  }

  private static boolean configure(MongoDatabase admin, String member) {
    try {
      Document config =
          admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
      Document only = config.getList("members", Document.class).getFirst();
      if (!member.equals(only.getString("host"))) {
        only.put("host", member);
        config.put("version", config.getInteger("version") + 1);
        admin.runCommand(new Document("replSetReconfig", config).append("force", true));
      }
      return true;
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != NOT_YET_INITIALIZED && e.getErrorCode() != NOT_A_MEMBER) {
        throw e;
      }
      Document config =
          new Document("_id", NAME)
              .append("members", List.of(new Document("_id", 0).append("host", member)));
      admin.runCommand(new Document("replSetInitiate", config));
      return true;
    }
  }

  private static MongoClientSettings direct(ServerAddress server) {
    return MongoClientSettings.builder()
        .applyToClusterSettings(cluster ->
            cluster
                .hosts(List.of(server))
                .mode(ClusterConnectionMode.SINGLE)
                .serverSelectionTimeout(2, TimeUnit.SECONDS))
        .applyToServerSettings(heartbeat ->
            heartbeat
                .minHeartbeatFrequency(20, TimeUnit.MILLISECONDS)
                .heartbeatFrequency(100, TimeUnit.MILLISECONDS))
        .build();
  }
}
