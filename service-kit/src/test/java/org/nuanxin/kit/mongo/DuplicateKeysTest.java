package org.nuanxin.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.testing.TestDatabase;

class DuplicateKeysTest {

  private final TestDatabase database = TestDatabase.fresh();
  private final MongoCollection<Document> people = database.get().getCollection("people");

  DuplicateKeysTest() {
    people.createIndex(
        Indexes.ascending("federation", "ids"), new IndexOptions().unique(true).name("one_person"));
    people.insertOne(new Document("_id", 1).append("federation", "460200").append("ids", "a"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void nameTheIndexOfASingleWrite() {
    var failure =
        catchThrowableOfType(
            MongoWriteException.class,
            () ->
                people.insertOne(
                    new Document("_id", 2).append("federation", "460200").append("ids", "a")));

    assertThat(DuplicateKeys.is(failure)).isTrue();
    assertThat(DuplicateKeys.indexOf(failure)).isEqualTo("one_person");
  }

  @Test
  void nameTheIndexOfABulkWriteWhoseDetailsAreEmpty() {
    var failure =
        catchThrowableOfType(
            MongoBulkWriteException.class,
            () ->
                people.insertMany(
                    List.of(
                        new Document("_id", 1).append("federation", "460200").append("ids", "b"))));

    assertThat(DuplicateKeys.is(failure.getWriteErrors().getFirst())).isTrue();
    assertThat(DuplicateKeys.indexOf(failure.getWriteErrors().getFirst())).isEqualTo("_id_");
  }
}
