package org.nuanxin.benefits.grant.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;
import org.nuanxin.benefits.grant.Backlog;
import org.nuanxin.benefits.grant.Grant;
import org.nuanxin.benefits.grant.GrantId;
import org.nuanxin.benefits.grant.Grants;
import org.nuanxin.benefits.grant.Opening;
import org.nuanxin.benefits.grant.WaitingReason;
import org.nuanxin.benefits.grant.Work;
import org.nuanxin.kit.consume.Effects;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.outbox.Outbox;
import org.nuanxin.kit.outbox.OutboxRelay;
import org.nuanxin.kit.outbox.Pending;

/** Grants as one document each in {@code grants}. */
public final class MongoGrants implements Grants {

  private static final String BY_PHONE = "phone";

  private final MongoCollection<Grant> grants;
  private final MongoCollection<BsonDocument> documents;
  private final GrantLists lists;
  private final GrantTasks tasks;
  private final GrantUpdates updates;
  private final OutboxRelay relay;

  /**
   * @param relay where events of stored moves are handed to
   */
  public MongoGrants(MongoDatabase database, OutboxRelay relay, Clock clock) {
    var events = database.getCodecRegistry().get(StoredEvent.class);
    GrantCodec codec = new GrantCodec(events);
    this.grants =
        database
            .getCollection(GrantFields.COLLECTION, Grant.class)
            .withCodecRegistry(
                CodecRegistries.fromRegistries(
                    CodecRegistries.fromCodecs(codec), database.getCodecRegistry()));
    this.documents = database.getCollection(GrantFields.COLLECTION, BsonDocument.class);
    this.lists = new GrantLists(grants, documents);
    this.tasks = new GrantTasks(grants, documents);
    this.updates = new GrantUpdates(codec, events, clock);
    this.relay = relay;
  }

  /** Creates the indexes: by phone, of pending events, of what is due, and of the backlog. */
  public static void createIndexes(MongoDatabase database) {
    var grants = database.getCollection(GrantFields.COLLECTION);
    grants.createIndex(
        com.mongodb.client.model.Indexes.ascending(GrantFields.PHONE_INDEX),
        new IndexOptions().name(BY_PHONE));
    GrantTasks.createIndex(grants);
    GrantLists.createIndex(grants);
    Outbox.createIndex(grants);
  }

  @Override
  public List<Grant> open(List<Grant> opened) {
    return Effects.insertOrLoad(grants, opened, grant -> grant.id().toString());
  }

  @Override
  public List<Grant> withIds(Collection<GrantId> ids) {
    return grants
        .find(in(GrantFields.ID, ids.stream().map(GrantId::toString).toList()))
        .into(new ArrayList<>());
  }

  @Override
  public List<Grant> ofMembers(String programme, Collection<String> members) {
    if (members.isEmpty()) {
      return List.of();
    }
    return grants
        .find(or(members.stream().map(member -> idsOf(programme, member)).toList()))
        .into(new ArrayList<>());
  }

  @Override
  public List<Grant> ofPhone(String federation, String phoneIndex) {
    return lists.ofPhone(federation, phoneIndex);
  }

  @Override
  public List<Grant> ofMember(String federation, String member) {
    return lists.ofMember(federation, member);
  }

  @Override
  public List<Grant> backlog(Backlog asked) {
    return lists.backlog(asked);
  }

  @Override
  public long countWaiting(String federation, String programme) {
    return lists.countWaiting(federation, programme);
  }

  @Override
  public Map<WaitingReason, Long> countWaitingByReason(String federation, String programme) {
    return lists.countWaitingByReason(federation, programme);
  }

  @Override
  public Optional<Grant> find(GrantId id) {
    return Optional.ofNullable(grants.find(eq(GrantFields.ID, id.toString())).first());
  }

  @Override
  public boolean save(Grant before, Grant after) {
    boolean saved =
        documents.updateOne(updates.expected(before), updates.of(before, after)).getMatchedCount()
            == 1;
    if (saved && after.outbox().size() > before.outbox().size()) {
      relay.offer(new Pending(after.id().toString(), after.version(), after.outbox()));
    }
    return saved;
  }

  @Override
  public void relink(String programme, String member, Opening.Owner owner) {
    documents.updateMany(
        and(idsOf(programme, member), lt(GrantFields.PHONE_SEQUENCE, owner.sequence())),
        combine(
            set(GrantFields.PHONE_INDEX, owner.phoneIndex()),
            set(GrantFields.PHONE_SEQUENCE, owner.sequence())));
  }

  @Override
  public List<Grant> claim(String programme, Work work, Instant now, Instant until, int most) {
    return tasks.claim(programme, work, now, until, most);
  }

  @Override
  public boolean anyWaiting(String programme) {
    return tasks.anyWaiting(programme);
  }

  @Override
  public void surrenderAgain(Set<GrantId> ids, Instant now) {
    tasks.surrenderAgain(ids, now);
  }

  /** A range of the id's own index. */
  private static Bson idsOf(String programme, String member) {
    return GrantLists.idsFrom(GrantId.prefix(member, programme));
  }
}
