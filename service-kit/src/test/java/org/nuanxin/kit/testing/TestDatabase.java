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

  // A build machine may be busy for longer than a lost answer is waited for.
  private static final int PATIENT_SECONDS = 15;
  private static final int LOST_AFTER_SECONDS = 2;

  private TestDatabase(String uri, String name, int readSeconds) {
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .retryWrites(false)
                .applyToClusterSettings(
                    c -> c.serverSelectionTimeout(readSeconds + 1, TimeUnit.SECONDS))
                .applyToSocketSettings(s -> s.readTimeout(readSeconds, TimeUnit.SECONDS))
                .build());
    database = client.getDatabase(name);
  }

  /** A new, empty database. */
  public static TestDatabase fresh() {
    return new TestDatabase(
        TestBackends.mongoUri(),
        "kit_" + ProcessHandle.current().pid() + '_' + COUNT.incrementAndGet(),
        PATIENT_SECONDS);
  }

  /**
   * The same database, reached another way, such as through a {@link TcpProxy}; an answer that does
   * not come is given up soon.
   */
  public TestDatabase through(String uri) {
    return new TestDatabase(uri, database.getName(), LOST_AFTER_SECONDS);
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
