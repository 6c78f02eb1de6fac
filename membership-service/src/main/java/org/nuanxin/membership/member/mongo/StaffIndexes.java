package org.nuanxin.membership.member.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.nuanxin.membership.member.MembershipState;

/**
 * What staff searches and counts by. A sign-up that the rules approve pays for the first two only;
 * the others hold nothing but what went to review, or who applied more than once.
 */
final class StaffIndexes {

  /** Under the numbers on the cards. */
  static final String NUMBERS = "numbers";

  /**
   * Under everybody who ever joined, the newest first, with all that is counted: figures are read
   * from it alone.
   */
  static final String JOINED = "joined";

  /** Under what went to review, by when it came in. */
  static final String REVIEWED = "reviewed";

  /** Under what went to review, by when something was done about it. */
  static final String REVIEW_STEPS = "review_steps";

  /** Under those who applied more than once, by the latest time. */
  static final String APPLIED_AGAIN = "applied_again";

  /** Everybody who ever joined; as states, because those are in the index and existence is not. */
  static final List<String> EVER_JOINED =
      Arrays.stream(MembershipState.values()).map(MembershipState::name).toList();

  private static final String APPLICATION = MemberForm.CURRENT + '.';

  private StaffIndexes() {}

  static void create(MongoCollection<BsonDocument> members) {
    members.createIndex(
        Indexes.ascending(MemberForm.FEDERATION, MemberForm.NUMBER),
        only(NUMBERS, exists(MemberForm.NUMBER)));
    members.createIndex(
        Indexes.compoundIndex(
            Indexes.ascending(MemberForm.FEDERATION),
            Indexes.descending(MemberForm.JOINED, MemberForm.ID),
            Indexes.ascending(
                MemberForm.STATE,
                MemberForm.UNION,
                APPLICATION + ApplicationForm.REVIEWED,
                APPLICATION + ApplicationForm.ROUTE,
                APPLICATION + ApplicationForm.OCCUPATION,
                APPLICATION + ApplicationForm.COMMUNITY)),
        only(JOINED, exists(MemberForm.STATE)));
    Bson reviewed = eq(APPLICATION + ApplicationForm.REVIEWED, true);
    members.createIndex(
        Indexes.ascending(
            MemberForm.FEDERATION,
            APPLICATION + ApplicationForm.REVIEWED,
            APPLICATION + ApplicationForm.SUBMITTED,
            APPLICATION + ApplicationForm.UNION),
        only(REVIEWED, reviewed));
    members.createIndex(
        Indexes.ascending(MemberForm.FEDERATION, APPLICATION + ApplicationForm.STEP_TIMES),
        only(REVIEW_STEPS, reviewed));
    members.createIndex(
        Indexes.ascending(MemberForm.FEDERATION, APPLICATION + ApplicationForm.SUBMITTED),
        only(APPLIED_AGAIN, exists(MemberForm.EARLIER)));
    dateOlderJoinings(members);
  }

  /** Documents of releases that did not store it yet; where there are none, no key is read. */
  private static void dateOlderJoinings(MongoCollection<BsonDocument> members) {
    for (String federation : members.distinct(MemberForm.FEDERATION, String.class)) {
      members.updateMany(
          and(
              eq(MemberForm.FEDERATION, federation),
              in(MemberForm.STATE, EVER_JOINED),
              eq(MemberForm.JOINED, null)),
          List.of(new Document("$set", new Document(MemberForm.JOINED, latestJoining()))),
          new UpdateOptions().hintString(JOINED));
    }
  }

  private static Document latestJoining() {
    return new Document("$max", "$m.j.t");
  }

  private static IndexOptions only(String name, Bson filter) {
    return new IndexOptions().name(name).partialFilterExpression(filter);
  }
}
