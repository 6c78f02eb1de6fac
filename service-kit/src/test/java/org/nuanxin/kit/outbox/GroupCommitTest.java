package org.nuanxin.kit.outbox;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.outbox.GroupCommit.Duplicate;
import org.nuanxin.kit.outbox.GroupCommit.Outcome;
import org.nuanxin.kit.outbox.GroupCommit.Stored;
import org.nuanxin.kit.testing.TcpProxy;
import org.nuanxin.kit.testing.TestDatabase;
import org.nuanxin.kit.web.Unavailable;
import org.nuanxin.localstack.testing.TestBackends;

class GroupCommitTest {

  private final TestDatabase database = TestDatabase.fresh();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final MongoCollection<BsonDocument> collection = collection(database);
  private final List<GroupCommit<BsonDocument>> started = new ArrayList<>();

  @AfterEach
  void close() {
    started.forEach(GroupCommit::stop);
    database.close();
  }

  @Test
  void storesADocumentBeforeItAnswers() {
    assertThat(running(collection).insert(document("a", 1))).isEqualTo(new Stored());
    assertThat(collection.countDocuments()).isEqualTo(1);
  }

  @Test
  void tellsEachOfManyCallersItsOwnOutcome() throws Exception {
    GroupCommit<BsonDocument> commit = running(collection);
    List<Callable<Outcome>> calls = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int n = i;
      calls.add(() -> commit.insert(document("id" + n, n / 2)));
    }

    List<Outcome> outcomes = allAtOnce(calls);

    // Two callers want each number: one has it, the other learns which index refused it.
    assertThat(outcomes.stream().filter(Stored.class::isInstance)).hasSize(100);
    assertThat(outcomes.stream().filter(new Duplicate("number_1")::equals)).hasSize(100);
    assertThat(collection.countDocuments()).isEqualTo(100);
  }

  @Test
  void writesManyCallersInFewRoundTrips() throws Exception {
    GroupCommit<BsonDocument> commit = running(collection);
    List<Callable<Outcome>> calls = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      int n = i;
      calls.add(() -> commit.insert(document("id" + n, n)));
    }

    allAtOnce(calls);

    assertThat(meters.get("nuanxin.group.commit.batch").summary().totalAmount()).isEqualTo(400);
    assertThat(meters.get("nuanxin.group.commit.batch").summary().count()).isLessThan(200);
  }

  @Test
  void namesTheIdIndexWhenTheIdIsTaken() {
    GroupCommit<BsonDocument> commit = running(collection);
    commit.insert(document("a", 1));

    assertThat(commit.insert(document("a", 2))).isEqualTo(new Duplicate("_id_"));
  }

  @Test
  void answersUnavailableWhenTheOutcomeIsUnknownAndTheRepetitionFindsTheDocument() {
    ConnectionString uri = new ConnectionString(TestBackends.mongoUri());
    String[] address = uri.getHosts().getFirst().split(":");
    try (TcpProxy proxy = TcpProxy.to(address[0], Integer.parseInt(address[1]));
        TestDatabase behind =
            database.through(
                "mongodb://127.0.0.1:" + proxy.port() + "/?directConnection=true&appName=lossy")) {
      GroupCommit<BsonDocument> commit = running(collection(behind));
      commit.insert(document("warm", 0));
      proxy.loseAnswers();

      assertThatThrownBy(() -> commit.insert(document("a", 1))).isInstanceOf(Unavailable.class);

      proxy.heal();
      assertThat(collection.countDocuments(eq("_id", "a"))).isEqualTo(1);
      assertThat(running(collection).insert(document("a", 1))).isEqualTo(new Duplicate("_id_"));
    }
  }

  @Test
  void refusesAtOnceWhenItIsNotRunning() {
    GroupCommit<BsonDocument> stopped = new GroupCommit<>(collection, 0, meters);

    assertThatThrownBy(() -> stopped.insert(document("a", 1))).isInstanceOf(Unavailable.class);
    assertThat(collection.countDocuments()).isZero();
  }

  @Test
  void doesNotLetADocumentThatCannotBeStoredTakeItsNeighboursWithIt() throws Exception {
    GroupCommit<BsonDocument> commit = running(collection);
    BsonDocument tooLarge = document("large", -1);
    tooLarge.put("ballast", new BsonString("x".repeat(17 * 1024 * 1024)));
    List<Callable<Outcome>> calls = new ArrayList<>();
    calls.add(() -> {
      assertThatThrownBy(() -> commit.insert(tooLarge)).isInstanceOf(Unavailable.class);
      return new Stored();
    });
    for (int i = 0; i < 20; i++) {
      int n = i;
      calls.add(() -> commit.insert(document("id" + n, n)));
    }

    assertThat(allAtOnce(calls)).containsOnly(new Stored());
    assertThat(collection.countDocuments()).isEqualTo(20);
  }

  @Test
  void writesWhatWaitsBeforeItStops() throws Exception {
    GroupCommit<BsonDocument> commit = running(collection);
    List<Callable<Outcome>> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int n = i;
      calls.add(() -> {
        try {
          return commit.insert(document("id" + n, n));
        } catch (Unavailable refused) {
          return new Duplicate("refused");
        }
      });
    }
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Outcome>> futures = calls.stream().map(callers::submit).toList();
      commit.stop();
      long stored = 0;
      for (Future<Outcome> future : futures) {
        stored += future.get() instanceof Stored ? 1 : 0;
      }

      assertThat(collection.countDocuments()).isEqualTo(stored);
    }
  }

  private static MongoCollection<BsonDocument> collection(TestDatabase database) {
    MongoCollection<BsonDocument> collection =
        database.get().getCollection("numbered", BsonDocument.class);
    collection.createIndex(
        Indexes.ascending("number"), new IndexOptions().unique(true).name("number_1"));
    return collection;
  }

  private GroupCommit<BsonDocument> running(MongoCollection<BsonDocument> collection) {
    GroupCommit<BsonDocument> commit = new GroupCommit<>(collection, 2_000, meters);
    commit.start();
    started.add(commit);
    return commit;
  }

  private static BsonDocument document(String id, int number) {
    return new BsonDocument("_id", new BsonString(id)).append("number", new BsonInt32(number));
  }

  private static List<Outcome> allAtOnce(List<Callable<Outcome>> calls) throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> future : callers.invokeAll(calls)) {
        outcomes.add(future.get());
      }
      return outcomes;
    }
  }
}
