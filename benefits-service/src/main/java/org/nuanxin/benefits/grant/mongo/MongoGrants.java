package org.nuanxin.benefits.grant.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;
import org.nuanxin.benefits.grant.Backlog;
import org.nuanxin.benefits.grant.Grant;
import org.nuanxin.benefits.grant.GrantId;
import org.nuanxin.benefits.grant.GrantState;
import org.nuanxin.benefits.grant.Grants;
import org.nuanxin.benefits.grant.Opening;
import org.nuanxin.benefits.grant.WaitingReason;
import org.nuanxin.benefits.grant.Work;
import org.nuanxin.kit.consume.Effects;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.mongo.Ids;
import org.nuanxin.kit.outbox.Outbox;
import org.nuanxin.kit.outbox.OutboxRelay;
import org.nuanxin.kit.outbox.Pending;

/** Grants as one document each in {@code grants}. */
public final class MongoGrants implements Grants {

  private static final String BY_PHONE = "phone";
  private static final String BY_DUE = "due_work";

  private final MongoCollection<Grant> grants;
  private final MongoCollection<BsonDocument> documents;
  private final GrantLists lists;
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
    this.lists = new GrantLists(grants);
    this.updates = new GrantUpdates(codec, events, clock);
    this.relay = relay;
  }

  /** Creates the indexes: by phone, of pending events, of what is due, and of the backlog. */
  public static void createIndexes(MongoDatabase database) {
    var grants = database.getCollection(GrantFields.COLLECTION);
    grants.createIndex(
        com.mongodb.client.model.Indexes.ascending(GrantFields.PHONE_INDEX),
        new IndexOptions().name(BY_PHONE));
    grants.createIndex(
        com.mongodb.client.model.Indexes.ascending(
            GrantFields.PROGRAMME, GrantFields.STATE, GrantFields.DUE),
        new IndexOptions().name(BY_DUE).partialFilterExpression(exists(GrantFields.DUE)));
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
    Bson due = due(programme, work, now);
    List<String> ids = new ArrayList<>(most);
    documents
        .find(due)
        .projection(Projections.include(GrantFields.ID))
        .sort(Sorts.ascending(GrantFields.DUE))
        .hintString(BY_DUE)
        .limit(most)
        .forEach(found -> ids.add(found.getString(GrantFields.ID).getValue()));
    if (ids.isEmpty()) {
      return List.of();
    }
    String token = Ids.next(now);
    documents.updateMany(and(in(GrantFields.ID, ids), due), combine(claimed(work, token, until)));
    return grants
        .find(and(in(GrantFields.ID, ids), eq(GrantFields.CLAIM, token)))
        .into(new ArrayList<>());
  }

  @Override
  public boolean anyWaiting(String programme) {
    return documents
            .find(
                and(
                    eq(GrantFields.PROGRAMME, programme),
                    in(GrantFields.STATE, GrantState.WAITING.name(), GrantState.RESERVED.name()),
                    exists(GrantFields.DUE)))
            .projection(Projections.include(GrantFields.STATE))
            .hintString(BY_DUE)
            .limit(1)
            .first()
        != null;
  }

  @Override
  public long waiting(String programme, WaitingReason reason) {
    return documents.countDocuments(
        and(
            eq(GrantFields.PROGRAMME, programme),
            in(GrantFields.STATE, GrantState.WAITING.name(), GrantState.RESERVED.name()),
            exists(GrantFields.DUE),
            eq(GrantFields.REASON, reason.name())),
        new CountOptions().hintString(BY_DUE));
  }

  @Override
  public void surrenderAgain(Set<GrantId> ids, Instant now) {
    documents.updateMany(
        and(
            in(GrantFields.ID, ids.stream().map(GrantId::toString).toList()),
            eq(GrantFields.STATE, GrantState.CANCELLED.name())),
        combine(
            set(GrantFields.DUE, now),
            set(GrantFields.UNSURE, true),
            unset(GrantFields.ATTEMPTS),
            unset(GrantFields.CLAIM)));
  }

  private static List<Bson> claimed(Work work, String token, Instant until) {
    List<Bson> changes = new ArrayList<>();
    changes.add(set(GrantFields.CLAIM, token));
    changes.add(set(GrantFields.DUE, until));
    switch (work) {
      case WAITING -> changes.add(set(GrantFields.STATE, GrantState.RESERVED.name()));
      case LAPSED -> changes.add(set(GrantFields.UNSURE, true));
      case ENDED -> {}
    }
    return changes;
  }

  private static Bson due(String programme, Work work, Instant now) {
    GrantState state =
        switch (work) {
          case WAITING -> GrantState.WAITING;
          case LAPSED -> GrantState.RESERVED;
          case ENDED -> GrantState.CANCELLED;
        };
    return and(
        eq(GrantFields.PROGRAMME, programme),
        eq(GrantFields.STATE, state.name()),
        lte(GrantFields.DUE, now));
  }

  /** A range of the id's own index. */
  private static Bson idsOf(String programme, String member) {
    return GrantLists.idsFrom(GrantId.prefix(member, programme));
  }
}
