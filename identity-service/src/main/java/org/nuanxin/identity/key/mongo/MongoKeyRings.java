package org.nuanxin.identity.key.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.bson.Document;
import org.nuanxin.identity.key.KeyRing;
import org.nuanxin.identity.key.KeyRings;
import org.nuanxin.kit.mongo.DuplicateKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** One document with the whole ring, so that a rotation is one conditional write. */
@Component
class MongoKeyRings implements KeyRings {

  private static final String COLLECTION = "signing_keys";

  private final MongoCollection<Document> rings;
  private final RingDocuments documents;
  private final String federation;

  MongoKeyRings(
      MongoDatabase database,
      RingDocuments documents,
      @Value("${nuanxin.federation}") String federation) {
    // Local reads: who just lost a race must see what won, and a key that a majority never got is
    // no worse than one this instance made up, since its tokens then verify nowhere.
    this.rings = database.getCollection(COLLECTION).withReadConcern(ReadConcern.LOCAL);
    this.documents = documents;
    this.federation = federation;
  }

  @Override
  public Optional<KeyRing> load() {
    return Optional.ofNullable(rings.find(eq("_id", federation)).first()).map(documents::read);
  }

  @Override
  public boolean create(KeyRing ring) {
    try {
      rings.insertOne(documents.write(federation, ring));
      return true;
    } catch (MongoWriteException failure) {
      if (DuplicateKeys.is(failure)) {
        return false;
      }
      throw failure;
    }
  }

  @Override
  public boolean replace(KeyRing ring) {
    return rings
            .replaceOne(
                and(eq("_id", federation), eq("version", ring.version() - 1)),
                documents.write(federation, ring))
            .getMatchedCount()
        == 1;
  }
}
