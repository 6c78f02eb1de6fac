package org.nuanxin.membership.member.mongo;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BsonField;
import com.mongodb.client.model.Projections;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.nuanxin.kit.outbox.Outbox;
import org.nuanxin.membership.member.Member;

/** Persons read and counted by an index that is named, so that nothing is ever read beside it. */
final class IndexedMembers {

  private static final String COUNT = "count";

  private final MongoCollection<BsonDocument> members;
  private final ZoneId zone;

  /** Days are days in this zone. */
  IndexedMembers(MongoDatabase database, ZoneId zone) {
    this.members = database.getCollection(MemberIndexes.MEMBERS, BsonDocument.class);
    this.zone = zone;
  }

  /** How many there are of each key, and what else is summed up of them. */
  AggregateIterable<BsonDocument> counted(
      Bson filter, Object key, String index, BsonField... sums) {
    List<BsonField> all = new ArrayList<>(List.of(sums));
    all.add(Accumulators.sum(COUNT, 1));
    return members
        .aggregate(List.of(Aggregates.match(filter), Aggregates.group(key, all)))
        .hintString(index);
  }

  /** How many a cell of {@link #counted} stands for. */
  static long count(BsonDocument cell) {
    return cell.getNumber(COUNT).longValue();
  }

  /** The day of a time, to be part of a key. */
  Document day(String field) {
    return new Document(
        "$dateTrunc",
        new Document("date", "$" + field).append("unit", "day").append("timezone", zone.getId()));
  }

  /** The persons themselves. */
  List<Member> read(Bson filter, String index) {
    List<Member> found = new ArrayList<>();
    members
        .find(filter)
        .projection(Projections.exclude(Outbox.EVENTS, Outbox.PENDING_SINCE))
        .hintString(index)
        .forEach(document -> found.add(MemberForm.read(document)));
    return found;
  }
}
