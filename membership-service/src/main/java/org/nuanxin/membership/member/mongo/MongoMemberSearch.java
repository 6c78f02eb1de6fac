package org.nuanxin.membership.member.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
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
import org.nuanxin.membership.member.MemberSearch;

/**
 * One person by a unique index, or the list over the index of those who joined, whose keys hold all
 * that it is filtered by.
 */
final class MongoMemberSearch implements MemberSearch {

  private final MongoCollection<BsonDocument> members;

  MongoMemberSearch(MongoDatabase database) {
    this.members = database.getCollection(MemberIndexes.MEMBERS, BsonDocument.class);
  }

  @Override
  public List<Member> find(Query query) {
    String index = indexFor(query);
    List<Member> found = new ArrayList<>();
    members
        .find(and(filters(query, index)))
        .projection(Projections.exclude(Outbox.EVENTS, Outbox.PENDING_SINCE))
        .sort(Sorts.descending(MemberForm.JOINED, MemberForm.ID))
        .hintString(index)
        .limit(query.limit())
        .forEach(document -> found.add(MemberForm.read(document)));
    return found;
  }

  private static String indexFor(Query query) {
    if (!query.phones().isEmpty()) {
      return MemberIndexes.PHONES;
    }
    if (!query.ids().isEmpty()) {
      return MemberIndexes.IDS;
    }
    return query.number() == null ? StaffIndexes.JOINED : StaffIndexes.NUMBERS;
  }

  private static List<Bson> filters(Query query, String index) {
    List<Bson> filters = new ArrayList<>();
    filters.add(eq(MemberForm.FEDERATION, query.federation()));
    if (!query.phones().isEmpty()) {
      filters.add(in(MemberForm.PHONES, query.phones()));
    }
    if (!query.ids().isEmpty()) {
      filters.add(in(MemberForm.IDS, query.ids()));
    }
    if (query.number() != null) {
      filters.add(eq(MemberForm.NUMBER, query.number()));
    }
    if (query.state() != null) {
      filters.add(eq(MemberForm.STATE, query.state().name()));
    } else if (index.equals(StaffIndexes.JOINED)) {
      filters.add(in(MemberForm.STATE, StaffIndexes.EVER_JOINED));
    }
    if (query.unions() != null && index.equals(StaffIndexes.JOINED)) {
      filters.add(in(MemberForm.UNION, query.unions()));
    }
    if (query.occupation() != null) {
      filters.add(
          eq(MemberForm.CURRENT + '.' + ApplicationForm.OCCUPATION, query.occupation().name()));
    }
    Place after = query.after();
    if (after != null) {
      filters.add(lte(MemberForm.JOINED, after.joinedAt()));
      filters.add(or(lt(MemberForm.JOINED, after.joinedAt()), lt(MemberForm.ID, after.memberId())));
    }
    return filters;
  }
}
