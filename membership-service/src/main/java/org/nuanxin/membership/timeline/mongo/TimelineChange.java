package org.nuanxin.membership.timeline.mongo;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.UpdateDescription;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.nuanxin.kit.outbox.Outbox;
import org.nuanxin.membership.member.mongo.MemberIndexes;

/**
 * A stored change that changes a timeline.
 *
 * @param memberId whose
 * @param phones of somebody new, or of somebody who has others now; else empty
 */
record TimelineChange(String memberId, List<String> phones) {

  private static final String PHONES = "phones";
  private static final String UPDATED = "updateDescription.updatedFields.";

  /** Lets through what changes timelines, with as little of it as tells whose. */
  static final List<Bson> PIPELINE =
      List.of(
          Aggregates.match(
              Filters.and(
                  Filters.in("ns.coll", MongoRecordedSteps.COLLECTION, MemberIndexes.MEMBERS),
                  Filters.or(
                      Filters.eq("operationType", "insert"),
                      // The relay's clearing of an outbox changes no version and tells nobody.
                      Filters.exists(UPDATED + Outbox.VERSION)))),
          Aggregates.project(
              Projections.include(
                  "operationType",
                  "ns",
                  "documentKey",
                  "fullDocument." + PHONES,
                  UPDATED + PHONES)));

  /** Empty for a document of nobody. */
  static Optional<TimelineChange> of(ChangeStreamDocument<BsonDocument> stored) {
    BsonDocument key = stored.getDocumentKey();
    if (key == null || !key.isString("_id")) {
      return Optional.empty();
    }
    String id = key.getString("_id").getValue();
    int colon = id.indexOf(':');
    return Optional.of(
        new TimelineChange(colon < 0 ? id : id.substring(0, colon), phonesIn(stored)));
  }

  private static List<String> phonesIn(ChangeStreamDocument<BsonDocument> stored) {
    UpdateDescription update = stored.getUpdateDescription();
    BsonDocument told = update == null ? stored.getFullDocument() : update.getUpdatedFields();
    return told == null || !told.containsKey(PHONES)
        ? List.of()
        : told.getArray(PHONES).stream().map(phone -> phone.asString().getValue()).toList();
  }
}
