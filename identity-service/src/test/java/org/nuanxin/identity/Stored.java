package org.nuanxin.identity;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.Objects;
import org.bson.Document;
import org.nuanxin.kit.pii.BlindIndex;
import org.nuanxin.kit.pii.TestPii;
import org.nuanxin.localstack.testing.TestBackends;

/** What is in the database, seen past the service. */
final class Stored {

  private static final MongoClient CLIENT = MongoClients.create(TestBackends.mongoUri());

  private Stored() {}

  static MongoClient client() {
    return CLIENT;
  }

  static MongoDatabase database(String name) {
    return CLIENT.getDatabase(name);
  }

  static MongoDatabase shared() {
    return database("identity_shared");
  }

  static Document phone(String e164) {
    String index = TestPii.blindIndex().of(e164, BlindIndex.PHONE);
    return Objects.requireNonNull(
        shared().getCollection("phones").find(Filters.eq("phones", index)).first());
  }
}
