package org.nuanxin.benefits.grant.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.nuanxin.benefits.grant.Grant;
import org.nuanxin.benefits.grant.GrantId;
import org.nuanxin.benefits.grant.GrantState;
import org.nuanxin.benefits.grant.Work;
import org.nuanxin.kit.mongo.Ids;

/** What workers have to do about grants: claimed, and found by the index of what is due. */
final class GrantTasks {

  private static final String BY_DUE = "due_work";

  private final MongoCollection<Grant> grants;
  private final MongoCollection<BsonDocument> documents;

  GrantTasks(MongoCollection<Grant> grants, MongoCollection<BsonDocument> documents) {
    this.grants = grants;
    this.documents = documents;
  }

  static void createIndex(MongoCollection<?> grants) {
    grants.createIndex(
        Indexes.ascending(GrantFields.PROGRAMME, GrantFields.STATE, GrantFields.DUE),
        new IndexOptions().name(BY_DUE).partialFilterExpression(exists(GrantFields.DUE)));
  }

  List<Grant> claim(String programme, Work work, Instant now, Instant until, int most) {
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

  boolean anyWaiting(String programme) {
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

  void surrenderAgain(Set<GrantId> ids, Instant now) {
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
}
