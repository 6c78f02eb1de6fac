package org.nuanxin.membership.member.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import org.bson.BsonDocument;
import org.nuanxin.kit.mongo.Indexes;
import org.nuanxin.kit.outbox.Outbox;

/**
 * Few indexes, because every sign-up pays for each. The unique ones begin with the federation, by
 * which the collection is sharded.
 */
public final class MemberIndexes implements Indexes {

  /** Name of the collection of persons. */
  public static final String MEMBERS = "members";

  /** Name of the index under a reviewer's queue. */
  public static final String QUEUE = "review_queue";

  static final String IDS = "ids";
  static final String PHONES = "phones";

  @Override
  public void create(MongoDatabase database) {
    MongoCollection<BsonDocument> members = database.getCollection(MEMBERS, BsonDocument.class);
    members.createIndex(
        ascending(MemberForm.FEDERATION, MemberForm.IDS),
        new IndexOptions().name(IDS).unique(true));
    members.createIndex(
        ascending(MemberForm.FEDERATION, MemberForm.PHONES),
        new IndexOptions().name(PHONES).unique(true));
    members.createIndex(
        ascending(MemberForm.FEDERATION, MemberForm.KEY_HASH),
        new IndexOptions()
            .name("keys")
            .unique(true)
            .partialFilterExpression(Filters.exists(MemberForm.KEY_HASH)));
    String application = MemberForm.CURRENT + '.';
    members.createIndex(
        ascending(
            MemberForm.FEDERATION,
            application + ApplicationForm.STATE,
            application + ApplicationForm.QUEUED,
            MemberForm.ID,
            application + ApplicationForm.UNION),
        new IndexOptions()
            .name(QUEUE)
            .partialFilterExpression(Filters.eq(application + ApplicationForm.REVIEWED, true)));
    StaffIndexes.create(members);
    Outbox.createIndex(members);
  }

  private static org.bson.conversions.Bson ascending(String... fields) {
    return com.mongodb.client.model.Indexes.ascending(fields);
  }
}
