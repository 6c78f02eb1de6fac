package org.nuanxin.benefits.testing;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.producer.Producer;
import org.bson.BsonDocument;
import org.bson.Document;
import org.nuanxin.benefits.grant.mongo.MongoGrants;
import org.nuanxin.benefits.stock.mongo.MongoStock;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.outbox.OutboxRelay;
import org.nuanxin.kit.testing.TestDatabase;
import org.nuanxin.kit.testing.TestKafka;

/** Both stores on a real database of their own, with a real relay. */
public final class TestStores implements AutoCloseable {

  private final TestDatabase database = TestDatabase.fresh();
  private final Producer<String, byte[]> producer = TestKafka.producer();
  private final OutboxRelay relay;
  private final MongoGrants grants;
  private int deliveries;

  private TestStores() {
    relay =
        new OutboxRelay(
            database.get().getCollection("grants", BsonDocument.class),
            new EventPublisher(producer, "urn:nuanxin:benefits-service"),
            new SimpleMeterRegistry());
    relay.start();
    grants = new MongoGrants(database.get(), relay, Clock.systemUTC());
    MongoGrants.createIndexes(database.get());
    MongoStock.createIndexes(database.get());
  }

  /** Empty stores. */
  public static TestStores fresh() {
    return new TestStores();
  }

  /** The grants. */
  public MongoGrants grants() {
    return grants;
  }

  /** The stock, as a new instance of the service sees it. */
  public MongoStock newStock() {
    return new MongoStock(database.get());
  }

  /** Adds packs and codes. */
  public void deliver(int packs, int codes) {
    String delivery = "d" + ++deliveries;
    newStock().addPacks("460200", delivery, packs);
    List<String> units = new ArrayList<>();
    for (int i = 0; i < codes; i++) {
      units.add(String.format(Locale.ROOT, "T-%s-%05d", delivery, i));
    }
    newStock().addCodes("460200", delivery, units);
  }

  /** Every grant document as it is stored, read past our own code. */
  public List<Document> storedGrants() {
    return database.get().getCollection("grants").find().into(new ArrayList<>());
  }

  /** Every holder entry of a kind as it is stored, read past our own code. */
  public List<String> storedHolders(String kind) {
    List<String> holders = new ArrayList<>();
    for (Document block : database.get().getCollection("stock").find(new Document("k", kind))) {
      holders.addAll(block.getList("h", String.class));
    }
    return holders;
  }

  /** The database. */
  public MongoDatabase database() {
    return database.get();
  }

  @Override
  public void close() {
    relay.stop();
    producer.close();
    database.get().drop();
    database.close();
  }
}
