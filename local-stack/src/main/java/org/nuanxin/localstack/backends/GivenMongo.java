package org.nuanxin.localstack.backends;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.nuanxin.localstack.CannotStart;

/** A server that somebody else runs; it is used and left alone. */
record GivenMongo(String uri) implements MongoServer {

  static GivenMongo at(String uri) {
    try (MongoClient client = MongoClients.create(settings(uri))) {
      Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
      if (!hello.containsKey("setName") && !"isdbgrid".equals(hello.getString("msg"))) {
        throw new CannotStart(
            CannotStart.Reason.MISSING,
            "The MongoDB server given is not a replica set; start it with --replSet.");
      }
      return new GivenMongo(uri);
    } catch (MongoException | IllegalArgumentException e) {
      // The URI may carry a password, so it is not repeated.
      throw new CannotStart(
          CannotStart.Reason.MISSING, "The MongoDB server given does not answer.", e);
    }
  }

  private static MongoClientSettings settings(String uri) {
    return MongoClientSettings.builder()
        .applyConnectionString(new ConnectionString(uri))
        .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
        .build();
  }

  @Override
  public String origin() {
    return "the given MongoDB";
  }

  @Override
  public void close() {
    // It is not ours to stop.
  }
}
