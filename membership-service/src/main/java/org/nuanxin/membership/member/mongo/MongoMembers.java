package org.nuanxin.membership.member.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.outbox.GroupCommit;
import org.nuanxin.kit.outbox.Outbox;
import org.nuanxin.kit.outbox.OutboxFull;
import org.nuanxin.kit.outbox.OutboxRelay;
import org.nuanxin.kit.outbox.Pending;
import org.nuanxin.membership.member.Application;
import org.nuanxin.membership.member.Member;
import org.nuanxin.membership.member.Members;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Persons in MongoDB. Somebody new goes through group commit; a change is one conditional update.
 * Either way the events recorded are stored in the same write and offered to the relay after it.
 */
public final class MongoMembers implements Members {

  private static final int DUPLICATE_KEY = 11000;
  private static final Logger log = LoggerFactory.getLogger(MongoMembers.class);

  private final MongoCollection<BsonDocument> members;
  private final ApplicationsArchive archive;
  private final GroupCommit<BsonDocument> groupCommit;
  private final OutboxRelay relay;

  /** Stores through this group commit and sends through this relay. */
  public MongoMembers(
      MongoDatabase database, GroupCommit<BsonDocument> groupCommit, OutboxRelay relay) {
    this.members = database.getCollection(MemberIndexes.MEMBERS, BsonDocument.class);
    this.archive = new ApplicationsArchive(database);
    this.groupCommit = groupCommit;
    this.relay = relay;
  }

  @Override
  public boolean add(Member member) {
    List<StoredEvent> events = FrozenEvents.of(member);
    BsonDocument document = MemberForm.write(member);
    document.put(Outbox.EVENTS, FrozenEvents.write(events));
    document.put(Outbox.PENDING_SINCE, Bson.time(events.getFirst().time()));
    return switch (groupCommit.insert(document)) {
      case GroupCommit.Stored stored -> {
        relay.offer(new Pending(member.id(), member.version(), events));
        yield true;
      }
      case GroupCommit.Duplicate duplicate -> false;
    };
  }

  @Override
  public void save(Member changed) {
    List<StoredEvent> events = FrozenEvents.of(changed);
    long from = changed.version() - events.size();
    // Before the change, and under the application's own id: a crash in between leaves it twice.
    archive.keepBeyondBound(members, changed);
    BsonDocument update = new BsonDocument();
    BsonDocument state = MemberForm.state(changed);
    state.put(Outbox.VERSION, new BsonInt64(changed.version()));
    update.put("$set", state);
    update.put(
        "$push",
        new BsonDocument(Outbox.EVENTS, new BsonDocument("$each", FrozenEvents.write(events))));
    update.put("$min", new BsonDocument(Outbox.PENDING_SINCE, Bson.time(events.getFirst().time())));
    BsonDocument stored = update(changed, from, events.size(), update);
    if (stored == null) {
      throw refusal(changed, from);
    }
    relay.offer(
        new Pending(
            changed.id(),
            changed.version(),
            Bson.documents(stored, Outbox.EVENTS, FrozenEvents::read)));
  }

  private @Nullable BsonDocument update(
      Member changed, long from, int events, BsonDocument update) {
    try {
      return members.findOneAndUpdate(
          and(
              eq(MemberForm.ID, changed.id()),
              // The shard key: without it no shard can be found for a findAndModify.
              eq(MemberForm.FEDERATION, changed.federation()),
              eq(Outbox.VERSION, from),
              exists(Outbox.EVENTS + '.' + (Outbox.BOUND - events), false)),
          update,
          new FindOneAndUpdateOptions()
              .returnDocument(ReturnDocument.AFTER)
              .projection(Projections.include(Outbox.EVENTS)));
    } catch (MongoCommandException e) {
      if (e.getErrorCode() == DUPLICATE_KEY) {
        throw new Taken(changed.id());
      }
      throw e;
    }
  }

  private RuntimeException refusal(Member changed, long from) {
    BsonDocument asIs =
        members
            .find(
                and(
                    eq(MemberForm.ID, changed.id()),
                    eq(MemberForm.FEDERATION, changed.federation())))
            .projection(Projections.include(Outbox.VERSION))
            .first();
    boolean sameVersion = asIs != null && asIs.getNumber(Outbox.VERSION).longValue() == from;
    return sameVersion ? new OutboxFull() : new Overtaken(changed.id());
  }

  @Override
  public Optional<Member> find(String federation, String id) {
    return first(and(eq(MemberForm.ID, id), eq(MemberForm.FEDERATION, federation)));
  }

  @Override
  public List<Member> findAll(String federation, Collection<String> ids) {
    List<Member> found = new ArrayList<>();
    members
        .find(and(in(MemberForm.ID, ids), eq(MemberForm.FEDERATION, federation)))
        .projection(Projections.exclude(Outbox.EVENTS, Outbox.PENDING_SINCE))
        .forEach(document -> found.add(MemberForm.read(document)));
    return found;
  }

  @Override
  public Walk after(String id, int limit) {
    List<BsonDocument> found =
        members
            .find(gt(MemberForm.ID, id))
            .projection(Projections.exclude(Outbox.EVENTS, Outbox.PENDING_SINCE))
            .sort(Sorts.ascending(MemberForm.ID))
            .limit(limit)
            .into(new ArrayList<>());
    List<Member> read = new ArrayList<>(found.size());
    for (BsonDocument document : found) {
      try {
        read.add(MemberForm.read(document));
      } catch (RuntimeException e) {
        log.atWarn()
            .addKeyValue("memberId", document.getString(MemberForm.ID).getValue())
            .addKeyValue("cause", e.getClass().getSimpleName())
            .log("A person's document cannot be read");
      }
    }
    return new Walk(
        read,
        found.size() - read.size(),
        found.isEmpty()
            ? Optional.empty()
            : Optional.of(found.getLast().getString(MemberForm.ID).getValue()));
  }

  @Override
  public Optional<Member> withIdNumber(String federation, List<String> ids) {
    return first(and(eq(MemberForm.FEDERATION, federation), in(MemberForm.IDS, ids)));
  }

  @Override
  public Optional<Member> withPhone(String federation, String phoneIndex) {
    return first(and(eq(MemberForm.FEDERATION, federation), eq(MemberForm.PHONES, phoneIndex)));
  }

  @Override
  public Optional<Member> withKey(String federation, String keyHash) {
    return first(and(eq(MemberForm.FEDERATION, federation), eq(MemberForm.KEY_HASH, keyHash)));
  }

  @Override
  public Optional<Application> archived(String applicationId) {
    return archive.find(applicationId);
  }

  private Optional<Member> first(org.bson.conversions.Bson filter) {
    return Optional.ofNullable(
            members
                .find(filter)
                .projection(Projections.exclude(Outbox.EVENTS, Outbox.PENDING_SINCE))
                .first())
        .map(MemberForm::read);
  }
}
