package org.nuanxin.membership.member.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.nuanxin.kit.outbox.Outbox;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.ReviewQueue;

/** The queue over its partial index, which holds only what ever went to a reviewer. */
final class MongoReviewQueue implements ReviewQueue {

  private static final String APPLICATION = MemberForm.CURRENT + '.';
  private static final String QUEUED = APPLICATION + ApplicationForm.QUEUED;

  private final MongoCollection<BsonDocument> members;

  MongoReviewQueue(MongoDatabase database) {
    this.members = database.getCollection(MemberIndexes.MEMBERS, BsonDocument.class);
  }

  @Override
  public List<Member> find(Query query) {
    List<Bson> filters = new ArrayList<>();
    filters.add(eq(MemberForm.FEDERATION, query.federation()));
    filters.add(eq(APPLICATION + ApplicationForm.REVIEWED, true));
    filters.add(eq(APPLICATION + ApplicationForm.STATE, query.state().name()));
    if (query.unions() != null) {
      filters.add(in(APPLICATION + ApplicationForm.UNION, query.unions()));
    }
    if (query.dueUntil() != null) {
      filters.add(lte(QUEUED, query.dueUntil()));
    }
    Place after = query.after();
    if (after != null) {
      filters.add(
          or(
              gt(QUEUED, after.queuedAt()),
              and(eq(QUEUED, after.queuedAt()), gt(MemberForm.ID, after.memberId()))));
    }
    List<Member> found = new ArrayList<>();
    members
        .find(and(filters))
        .projection(Projections.exclude(Outbox.EVENTS, Outbox.PENDING_SINCE))
        .sort(Sorts.ascending(QUEUED, MemberForm.ID))
        .hintString(MemberIndexes.QUEUE)
        .limit(query.limit())
        .forEach(document -> found.add(MemberForm.read(document)));
    return found;
  }
}
