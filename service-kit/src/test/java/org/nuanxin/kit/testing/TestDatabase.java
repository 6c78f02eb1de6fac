package org.nuanxin.kit.testing;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.UuidRepresentation;
import org.nuanxin.localstack.testing.TestBackends;

/** A database of its own on the real server, at the durability the services use. */
public final class TestDatabase implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final MongoClient client;
  private final MongoDatabase database;

  private TestDatabase(String uri, String name) {
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .retryWrites(false)
                .applyToClusterSettings(c -> c.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .applyToSocketSettings(s -> s.readTimeout(2, TimeUnit.SECONDS))
                .build());
    database = client.getDatabase(name);
  }

  /** A new, empty database. */
  public static TestDatabase fresh() {
    return new TestDatabase(
        TestBackends.mongoUri(),
        "kit_" + ProcessHandle.current().pid() + '_' + COUNT.incrementAndGet());
  }

  /** The same database, reached another way, such as through a {@link TcpProxy}. */
  public TestDatabase through(String uri) {
    return new TestDatabase(uri, database.getName());
  }

  /** The database. */
  public MongoDatabase get() {
    return database;
  }

  @Override
  public void close() {
    client.close();
  }
}
