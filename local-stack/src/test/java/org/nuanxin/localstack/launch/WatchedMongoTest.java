package org.nuanxin.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.localstack.backends.MongoServer;
import org.nuanxin.localstack.backends.MongodProcess;

class WatchedMongoTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private final List<String> said = new CopyOnWriteArrayList<>();

  @Test
  void tellsWhatItDoesWhileItCannotComeBackAndAfterwards() throws Exception {
    Path data = folder.resolve("mongo");
    MongoServer server = MongoServer.start(Optional.empty(), data, folder.resolve("mongod.log"));
    assumeTrue(server instanceof MongodProcess, "Here MongoDB runs in Docker");
    try (WatchedMongo mongo = WatchedMongo.over(server, said::add)) {
      long first = seen(mongo).pid();
      assertThat(seen(mongo)).isEqualTo(new WatchedMongo.Seen("READY", first, 0));
      Files.move(data, folder.resolve("elsewhere"));
      Files.writeString(data, "No folder can be here.");

      ProcessHandle.of(first).orElseThrow().destroyForcibly();

      await().atMost(SOON).until(() -> said.size() == 2);
      assertThat(said.get(0)).isEqualTo("MongoDB died (exit code 137); starting it again in 1 s");
      assertThat(said.get(1)).contains("MongoDB cannot be started in").endsWith("again in 2 s");
      assertThat(seen(mongo)).isEqualTo(new WatchedMongo.Seen("WAITING", 0, 1));
      Files.delete(data);
      Files.move(folder.resolve("elsewhere"), data);
      await().atMost(SOON).until(() -> seen(mongo).state().equals("READY"));
      assertThat(seen(mongo).pid()).isNotEqualTo(first).isPositive();
    }
    assertThat(said).last().isEqualTo("MongoDB is back");
  }

  private static WatchedMongo.Seen seen(WatchedMongo mongo) {
    return mongo.process().orElseThrow();
  }
}
