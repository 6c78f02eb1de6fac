package org.nuanxin.identity.staff.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.nuanxin.identity.staff.SignInPlace;
import org.nuanxin.kit.pii.BlindIndex;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** From where each name signed in, name and address together as one keyed hash. */
@Component
class KnownAddresses implements org.nuanxin.kit.mongo.Indexes {

  private static final String COLLECTION = "known_addresses";
  private static final String PURPOSE = "username-and-address";

  private final MongoCollection<Document> places;
  private final BlindIndex index;
  private final String federation;

  KnownAddresses(
      MongoDatabase database, BlindIndex index, @Value("${nuanxin.federation}") String federation) {
    this.places = database.getCollection(COLLECTION);
    this.index = index;
    this.federation = federation;
  }

  @Override
  public void create(MongoDatabase database) {
    database
        .getCollection(COLLECTION)
        .createIndex(
            Indexes.ascending("expireAt"),
            new IndexOptions().name("expired").expireAfter(0L, TimeUnit.SECONDS));
  }

  /** The keyed hash of a name at an address. */
  static String key(BlindIndex index, SignInPlace place) {
    // NUL is in no address, so no two places read alike.
    return index.of(place.address() + '\0' + place.username(), PURPOSE);
  }

  /** Whether the name signed in from there and that is not yet forgotten. */
  boolean contain(SignInPlace place, Instant now) {
    return places
            .find(and(eq("_id", id(place)), gt("expireAt", Date.from(now))))
            .projection(Projections.include("_id"))
            .first()
        != null;
  }

  /** Remembers a place for so long. */
  void add(SignInPlace place, Instant until) {
    places.updateOne(
        eq("_id", id(place)),
        Updates.set("expireAt", Date.from(until)),
        new UpdateOptions().upsert(true));
  }

  private String id(SignInPlace place) {
    return federation + ":" + key(index, place);
  }
}
