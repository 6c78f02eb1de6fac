package org.nuanxin.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.localstack.backends.MongoServer;
import org.nuanxin.localstack.supervise.Jit;
import org.nuanxin.localstack.workspace.Workspace;

class BackendsTest {

  @TempDir private Path root;

  private final List<String> said = new CopyOnWriteArrayList<>();

  @Test
  void dropsOurDatabasesAloneOnAGivenServerWhenStartedFresh() {
    try (MongoServer given =
            MongoServer.start(Optional.empty(), root.resolve("given"), root.resolve("given.log"));
        MongoClient client = MongoClients.create(given.uri());
        Parts parts = new Parts()) {
      for (String database : List.of("identity", "notification", "payroll")) {
        client.getDatabase(database).getCollection("things").insertOne(new Document());
      }
      Workspace workspace = Workspace.at(root.resolve("tree"));
      workspace.create();

      Backends backends = Backends.start(workspace, options(given, false), parts, said::add);
      backends.awaitBroker();
      assertThat(client.listDatabaseNames()).contains("identity", "notification", "payroll");
      parts.close();

      try (Parts fresh = new Parts()) {
        Backends.start(workspace, options(given, true), fresh, said::add).awaitBroker();
      }
      assertThat(client.listDatabaseNames())
          .contains("payroll")
          .doesNotContain("identity", "notification");
      assertThat(said)
          .contains(
              "  dropped on the given MongoDB: identity, membership, benefits, stations,"
                  + " notification");
    }
  }

  @Test
  void knowsTheDatabaseOfEveryService() throws IOException {
    List<String> configured = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path module : modules.toList()) {
        Path file = module.resolve("src/main/resources/application.yml");
        if (Files.exists(file)) {
          Files.readAllLines(file).stream()
              .map(String::strip)
              .filter(line -> line.startsWith("database: "))
              .forEach(line -> configured.add(line.substring("database: ".length())));
        }
      }
    }

    assertThat(Backends.DATABASES).containsExactlyInAnyOrderElementsOf(configured);
  }

  private static LaunchOptions options(MongoServer given, boolean fresh) {
    return new LaunchOptions(0, Jit.C1, fresh, false, Optional.of(given.uri()));
  }
}
