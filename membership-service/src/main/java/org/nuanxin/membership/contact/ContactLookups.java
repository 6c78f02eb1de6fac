package org.nuanxin.membership.contact;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.nuanxin.kit.mongo.Ids;
import org.nuanxin.kit.mongo.Indexes;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.membership.member.Member;
import org.springframework.stereotype.Component;

/**
 * Who asked for whose phone. No call reads it: it is for whoever looks into a misuse, with the
 * database's own tools.
 */
@Component
class ContactLookups implements Indexes {

  /**
   * Half a year: a misuse is noticed and looked into within months, and each SMS adds to the log,
   * so that for ever would be the largest collection for what nobody asks any more.
   */
  static final Duration KEPT = Duration.ofDays(180);

  private static final String COLLECTION = "contactLookups";
  private static final String AT = "at";

  private final MongoCollection<Document> lookups;
  private final Clock clock;

  ContactLookups(MongoDatabase database, Clock clock) {
    this.lookups = database.getCollection(COLLECTION);
    this.clock = clock;
  }

  /** Writes down that this caller is told the contacts of these persons. */
  void add(Caller caller, List<Member> members) {
    Instant now = clock.instant();
    lookups.insertOne(
        new Document("_id", Ids.next(now))
            .append("f", caller.federation())
            .append(AT, Date.from(now))
            .append("by", caller.subject())
            .append("members", members.stream().map(Member::id).toList()));
  }

  @Override
  public void create(MongoDatabase database) {
    database
        .getCollection(COLLECTION)
        .createIndex(
            com.mongodb.client.model.Indexes.ascending(AT),
            new IndexOptions().name("forgotten").expireAfter(KEPT.toSeconds(), TimeUnit.SECONDS));
  }
}
