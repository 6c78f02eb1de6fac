package org.nuanxin.benefits.grant.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.nuanxin.benefits.grant.Backlog;
import org.nuanxin.benefits.grant.Grant;
import org.nuanxin.benefits.grant.GrantId;
import org.nuanxin.benefits.grant.GrantState;
import org.nuanxin.benefits.grant.WaitingReason;

/** Lists of grants that people look at. */
final class GrantLists {

  private static final String BACKLOG = "backlog_reasons";
  private static final String COUNT = "n";
  private static final List<String> REASONS =
      Arrays.stream(WaitingReason.values()).map(WaitingReason::name).toList();
  private static final int MOST_OF_ONE = 100;
  private static final int MOST_COUNTED = 100_000;

  private final MongoCollection<Grant> grants;
  private final MongoCollection<BsonDocument> documents;

  GrantLists(MongoCollection<Grant> grants, MongoCollection<BsonDocument> documents) {
    this.grants = grants;
    this.documents = documents;
  }

  /**
   * Of the few that wait or are refused; an issued grant, so nearly every one, is not in it. The
   * reason comes last, for counting alone.
   */
  static void createIndex(MongoCollection<?> collection) {
    collection.createIndex(
        Indexes.ascending(
            GrantFields.FEDERATION,
            GrantFields.STATE,
            GrantFields.PROGRAMME,
            GrantFields.SINCE,
            GrantFields.ID,
            GrantFields.REASON),
        new IndexOptions().name(BACKLOG).partialFilterExpression(exists(GrantFields.SINCE)));
  }

  List<Grant> ofPhone(String federation, String phoneIndex) {
    return byId(
        and(eq(GrantFields.PHONE_INDEX, phoneIndex), eq(GrantFields.FEDERATION, federation)));
  }

  List<Grant> ofMember(String federation, String member) {
    return byId(and(idsFrom(GrantId.prefix(member)), eq(GrantFields.FEDERATION, federation)));
  }

  private List<Grant> byId(Bson filter) {
    return grants
        .find(filter)
        .sort(Sorts.ascending(GrantFields.ID))
        .limit(MOST_OF_ONE)
        .into(new ArrayList<>());
  }

  /** States and programmes are few and all named, so the index gives each of them in order. */
  List<Grant> backlog(Backlog asked) {
    List<Bson> filters = new ArrayList<>();
    filters.add(eq(GrantFields.FEDERATION, asked.federation()));
    filters.add(in(GrantFields.STATE, asked.states().stream().map(GrantState::name).toList()));
    filters.add(in(GrantFields.PROGRAMME, asked.programmes()));
    Backlog.Place after = asked.after();
    filters.add(gte(GrantFields.SINCE, after == null ? Instant.EPOCH : after.since()));
    if (after != null) {
      filters.add(or(gt(GrantFields.SINCE, after.since()), gt(GrantFields.ID, after.id())));
    }
    return grants
        .find(and(filters))
        .sort(Sorts.ascending(GrantFields.SINCE, GrantFields.ID))
        .hintString(BACKLOG)
        .limit(asked.most() + 1)
        .into(new ArrayList<>());
  }

  long countWaiting(String federation, String programme) {
    return documents.countDocuments(
        waiting(federation, programme), new CountOptions().hintString(BACKLOG).limit(MOST_COUNTED));
  }

  /** One pass over the index for all reasons; no document is read. */
  Map<WaitingReason, Long> countWaitingByReason(String federation, String programme) {
    Map<WaitingReason, Long> counts = new EnumMap<>(WaitingReason.class);
    documents
        .aggregate(
            List.of(
                Aggregates.match(
                    // One of a later version is that version's to count.
                    and(waiting(federation, programme), in(GrantFields.REASON, REASONS))),
                Aggregates.limit(MOST_COUNTED),
                Aggregates.project(
                    Projections.fields(
                        Projections.excludeId(), Projections.include(GrantFields.REASON))),
                Aggregates.group("$" + GrantFields.REASON, Accumulators.sum(COUNT, 1))))
        .hintString(BACKLOG)
        .forEach(count ->
            counts.put(
                WaitingReason.valueOf(count.getString(GrantFields.ID).getValue()),
                count.getNumber(COUNT).longValue()));
    return counts;
  }

  private static Bson waiting(String federation, String programme) {
    return and(
        eq(GrantFields.FEDERATION, federation),
        in(GrantFields.STATE, GrantState.WAITING.name(), GrantState.RESERVED.name()),
        eq(GrantFields.PROGRAMME, programme),
        gte(GrantFields.SINCE, Instant.EPOCH));
  }

  /** A range of the id's own index: all that begin so. The prefix ends with a colon. */
  static Bson idsFrom(String prefix) {
    String end = prefix.substring(0, prefix.length() - 1) + (char) (':' + 1);
    return and(gte(GrantFields.ID, prefix), lt(GrantFields.ID, end));
  }
}
