package org.nuanxin.localstack.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.process.ChildJvm;
import org.nuanxin.localstack.process.Detached;

class MongodProcessTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @BeforeEach
  void needsAProcess() {
    assumeFalse(
        Docker.answers() && Detached.onPath("mongod").isEmpty(), "Here MongoDB runs in Docker");
  }

  @Test
  void keepsDataWhenItComesBackOnAnotherPort() {
    try (MongodProcess mongod = start()) {
      insert(mongod, 1);
    }
    try (MongodProcess mongod = start()) {
      insert(mongod, 2);
      assertThat(count(mongod)).isEqualTo(2);
    }
  }

  @Test
  void isWritableAgainOnItsPortAfterKill9() {
    MongodProcess killed = start();
    insert(killed, 1);
    killed.process().program().destroyForcibly();
    await().atMost(SOON).until(() -> !killed.process().isAlive());

    try (MongodProcess again = killed.startAgain()) {
      assertThat(again.port()).isEqualTo(killed.port());
      insert(again, 2);
      assertThat(count(again)).isEqualTo(2);
    }
  }

  @Test
  void endsWhenItsLauncherIsKilled() throws Exception {
    ProcessHandle mongod;
    try (ChildJvm launcher = ChildJvm.start(MongoLauncher.class, folder.toString())) {
      long pid = Long.parseLong(launcher.awaitLine("mongod "));
      mongod = ProcessHandle.of(pid).orElseThrow();
      assertThat(mongod.isAlive()).isTrue();
      launcher.kill();
    }
    await().atMost(SOON).until(() -> !mongod.isAlive());
  }

  @Test
  void refusesDataThatAnotherServerUses() {
    try (MongodProcess first = start()) {
      assertThat(first.process().isAlive()).isTrue();
      assertThatExceptionOfType(CannotStart.class)
          .isThrownBy(this::start)
          .withMessageContaining("Another MongoDB already runs on");
    }
  }

  @Test
  void saysWhichPortIsInUse() throws Exception {
    Path executable = MongodWheel.PUBLISHED.mongod(MongodWheel.cache());
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatExceptionOfType(CannotStart.class)
          .isThrownBy(() ->
              MongodProcess.start(
                  executable,
                  "test",
                  folder.resolve("data"),
                  log(),
                  taken.getLocalPort(),
                  MongoCache.SMALL))
          .withMessage("Port " + taken.getLocalPort() + " is in use; MongoDB needs it.");
    }
  }

  /** A launcher to be killed. */
  static final class MongoLauncher {
    public static void main(String[] arguments) throws InterruptedException {
      Path folder = Path.of(arguments[0]);
      MongodProcess mongod =
          (MongodProcess)
              MongoServer.start(
                  Optional.empty(), folder.resolve("data"), folder.resolve("mongod.log"));
      System.out.println("mongod " + mongod.process().program().pid());
      Thread.currentThread().join();
    }
  }

  private MongodProcess start() {
    return (MongodProcess) MongoServer.start(Optional.empty(), folder.resolve("data"), log());
  }

  private Path log() {
    return folder.resolve("mongod.log");
  }

  private static void insert(MongodProcess mongod, int id) {
    try (MongoClient client = MongoClients.create(mongod.uri())) {
      client.getDatabase("test").getCollection("things").insertOne(new Document("_id", id));
    }
  }

  private static long count(MongodProcess mongod) {
    try (MongoClient client = MongoClients.create(mongod.uri())) {
      return client.getDatabase("test").getCollection("things").countDocuments();
    }
  }
}
