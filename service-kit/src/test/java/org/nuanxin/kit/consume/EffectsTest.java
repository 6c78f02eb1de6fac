package org.nuanxin.kit.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.testing.TestDatabase;

class EffectsTest {

  private final TestDatabase database = TestDatabase.fresh();
  private final MongoCollection<Document> effects = database.get().getCollection("effects");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void storesWhatIsNewAndLoadsWhatIsThere() {
    store(effect("a", "first"));

    assertThat(store(effect("a", "second"), effect("b", "second")))
        .extracting(effect -> effect.getString("by"))
        .containsExactly("first", "second");
  }

  @Test
  void givesBothPlacesTheSameDocumentWhenABatchHoldsAnIdTwice() {
    assertThat(store(effect("a", "one"), effect("a", "two")))
        .extracting(effect -> effect.getString("by"))
        .containsExactly("one", "one");
    assertThat(effects.countDocuments()).isEqualTo(1);
  }

  @Test
  void keepsTheOrderOfTheBatch() {
    store(effect("c", "x"), effect("a", "x"));

    assertThat(store(effect("a", "y"), effect("b", "y"), effect("c", "y")))
        .extracting(effect -> effect.getString("_id"))
        .containsExactly("a", "b", "c");
  }

  @Test
  void doesNothingForNothing() {
    assertThat(store()).isEmpty();
  }

  @Test
  void doesNotTakeAnotherIndexForTheId() {
    effects.createIndex(
        Indexes.ascending("code"), new IndexOptions().unique(true).name("one_code"));
    store(effect("a", "x").append("code", 1));

    assertThatThrownBy(() -> store(effect("b", "x").append("code", 1)))
        .isInstanceOf(MongoBulkWriteException.class);
  }

  @Test
  void letsOneOfManyConcurrentWritersWinAndTellsTheOthersWhoDid() throws Exception {
    List<Callable<String>> writers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String name = "writer " + i;
      writers.add(() -> store(effect("a", name)).getFirst().getString("by"));
    }
    List<String> winners = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var result : threads.invokeAll(writers)) {
        winners.add(result.get());
      }
    }

    assertThat(winners).containsOnly(effects.find().first().getString("by"));
  }

  private List<Document> store(Document... documents) {
    return Effects.insertOrLoad(effects, List.of(documents), document -> document.getString("_id"));
  }

  private static Document effect(String id, String by) {
    return new Document("_id", id).append("by", by);
  }
}
