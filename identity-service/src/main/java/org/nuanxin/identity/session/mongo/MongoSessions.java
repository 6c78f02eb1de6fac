package org.nuanxin.identity.session.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.nuanxin.identity.session.Holder;
import org.nuanxin.identity.session.RefreshToken;
import org.nuanxin.identity.session.Session;
import org.nuanxin.identity.session.SessionPolicy;
import org.nuanxin.identity.session.Sessions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * One document per session: the hash of the current token, of the one before, and the nonce
 * between.
 */
@Component
class MongoSessions implements Sessions, org.nuanxin.kit.mongo.Indexes {

  private static final String COLLECTION = "sessions";

  private final MongoCollection<Document> sessions;
  private final SessionPolicy policy;
  private final String federation;

  MongoSessions(
      MongoDatabase database,
      SessionPolicy policy,
      @Value("${nuanxin.federation}") String federation) {
    this.sessions = database.getCollection(COLLECTION);
    this.policy = policy;
    this.federation = federation;
  }

  @Override
  public void create(MongoDatabase database) {
    MongoCollection<Document> collection = database.getCollection(COLLECTION);
    collection.createIndex(
        Indexes.ascending("expiresAt"),
        new IndexOptions().name("expired").expireAfter(0L, TimeUnit.SECONDS));
    collection.createIndex(
        Indexes.ascending("federation", "phoneIndex", "openedAt"),
        new IndexOptions().name("phone"));
  }

  @Override
  public void open(Session session, RefreshToken token, Instant now) {
    Document document =
        new Document("_id", session.id())
            .append("federation", federation)
            .append("openedAt", Date.from(now))
            .append("expiresAt", Date.from(session.expiresAt()))
            .append("current", token.hash());
    switch (session.holder()) {
      case Holder.Worker(String id, String phoneIndex) ->
          document.append("worker", id).append("phoneIndex", phoneIndex);
      case Holder.Staff(String username) -> document.append("staff", username);
    }
    sessions.insertOne(document);
  }

  @Override
  public Rotation rotate(
      RefreshToken presented, RefreshToken successor, byte[] nonce, Instant now) {
    Document rotated =
        sessions.findOneAndUpdate(
            and(
                eq("_id", presented.sessionId()),
                eq("federation", federation),
                eq("current", presented.hash()),
                gt("expiresAt", Date.from(now))),
            combine(
                set("current", successor.hash()),
                set("previous", presented.hash()),
                set("nonce", nonce),
                set("rotatedAt", Date.from(now))),
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    return rotated == null ? explain(presented, now) : new Rotation.Rotated(session(rotated));
  }

  private Rotation explain(RefreshToken presented, Instant now) {
    // Local, since a majority read may not see yet the rotation that was faster than this one.
    Document found =
        sessions
            .withReadConcern(ReadConcern.LOCAL)
            .find(and(eq("_id", presented.sessionId()), eq("federation", federation)))
            .first();
    if (found == null || !found.getDate("expiresAt").toInstant().isAfter(now)) {
      return new Rotation.Unknown();
    }
    Binary previous = found.get("previous", Binary.class);
    boolean isPrevious =
        previous != null && MessageDigest.isEqual(previous.getData(), presented.hash());
    boolean isRecent =
        isPrevious && !found.getDate("rotatedAt").toInstant().plus(policy.grace()).isBefore(now);
    return isRecent
        ? new Rotation.JustRotated(session(found), found.get("nonce", Binary.class).getData())
        : new Rotation.Reused(session(found));
  }

  @Override
  public void end(String sessionId) {
    sessions.deleteOne(and(eq("_id", sessionId), eq("federation", federation)));
  }

  @Override
  public boolean end(RefreshToken presented, Instant now) {
    Bson isPrevious =
        and(
            eq("previous", presented.hash()),
            gte("rotatedAt", Date.from(now.minus(policy.grace()))));
    return sessions
            .deleteOne(
                and(
                    eq("_id", presented.sessionId()),
                    eq("federation", federation),
                    or(eq("current", presented.hash()), isPrevious)))
            .getDeletedCount()
        == 1;
  }

  @Override
  public int end(List<Former> former) {
    return sessions
        .bulkWrite(
            former.stream().map(MongoSessions::ending).toList(),
            new BulkWriteOptions().ordered(false))
        .getDeletedCount();
  }

  /**
   * Not later, instead of earlier: so it holds for sessions stored before opening times were, too.
   * From their expiry one could tell when they began only if the life of sessions had never been
   * turned; and where that is wrong a stranger stays signed in, while here somebody asks for a code
   * once more.
   */
  private static DeleteManyModel<Document> ending(Former former) {
    return new DeleteManyModel<>(
        and(
            eq("federation", former.federation()),
            eq("phoneIndex", former.phoneIndex()),
            not(gte("openedAt", Date.from(former.openedBefore())))));
  }

  private static Session session(Document document) {
    String staff = document.getString("staff");
    Holder holder =
        staff != null
            ? new Holder.Staff(staff)
            : new Holder.Worker(document.getString("worker"), document.getString("phoneIndex"));
    return new Session(
        document.getString("_id"), holder, document.getDate("expiresAt").toInstant());
  }
}
