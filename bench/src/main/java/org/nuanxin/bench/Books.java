package org.nuanxin.bench;

import com.mongodb.client.MongoClient;
import java.time.Duration;
import org.nuanxin.localstack.demo.Insistence;
import org.nuanxin.localstack.demo.ProviderBooks;
import tools.jackson.databind.JsonNode;

/**
 * What there is in all: in the providers' own books, and in the inboxes.
 *
 * @param policies how many the insurer has booked
 * @param insured for how many members
 * @param entitlements how many the clinic has booked
 * @param entitled for how many members
 * @param messages how many are in all inboxes
 */
record Books(long policies, long insured, long entitlements, long entitled, long messages) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static Books read(ProviderBooks books, MongoClient mongo) throws InterruptedException {
    JsonNode ledger = books.ledger(Insistence.lasting(PATIENCE));
    return new Books(
        ledger.path("insurer").path("booked").asLong(),
        ledger.path("insurer").path("distinctMembers").asLong(),
        ledger.path("clinic").path("booked").asLong(),
        ledger.path("clinic").path("distinctMembers").asLong(),
        messages(mongo));
  }

  /** The count that the collection keeps, which costs the database nothing. */
  static long messages(MongoClient mongo) {
    return mongo.getDatabase("notification").getCollection("messages").estimatedDocumentCount();
  }

  Books since(Books then) {
    return new Books(
        policies - then.policies,
        insured - then.insured,
        entitlements - then.entitlements,
        entitled - then.entitled,
        messages - then.messages);
  }
}
