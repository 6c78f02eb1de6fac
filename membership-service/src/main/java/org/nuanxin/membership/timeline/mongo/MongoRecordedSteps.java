package org.nuanxin.membership.timeline.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.consume.Effects;
import org.nuanxin.membership.member.mongo.MemberIndexes;
import org.nuanxin.membership.timeline.RecordedStep;
import org.nuanxin.membership.timeline.RecordedSteps;
import org.nuanxin.membership.timeline.StepEvent;

/**
 * Steps in MongoDB, insert-only. Ids begin with the member's, so the id's own index finds a
 * member's steps, and no other index has to be paid for.
 */
final class MongoRecordedSteps implements RecordedSteps {

  static final String COLLECTION = "timeline";

  private static final String ID = "_id";
  private static final String SEQUENCE = "s";

  /** Kept only where it is not the usual one, which the sequence gives. */
  private static final String EVENT_ID = "e";

  private final MongoCollection<Document> steps;
  private final MongoCollection<Document> members;

  MongoRecordedSteps(MongoDatabase database) {
    this.steps = database.getCollection(COLLECTION);
    this.members = database.getCollection(MemberIndexes.MEMBERS);
  }

  @Override
  public void add(List<RecordedStep> added) {
    Effects.insertOrLoad(
        steps,
        added.stream().map(MongoRecordedSteps::write).toList(),
        document -> document.getString(ID));
  }

  @Override
  public List<RecordedStep> of(String memberId) {
    String visits = memberId + RecordedStep.VISITS;
    List<RecordedStep> found = new ArrayList<>();
    steps
        .find(and(gte(ID, memberId + ':'), lt(ID, visits)))
        .sort(Sorts.descending(ID))
        .limit(BOUND)
        .forEach(document -> found.add(read(memberId, document)));
    steps
        .find(and(gte(ID, visits), lt(ID, memberId + ":visit;")))
        .sort(Sorts.descending(ID))
        .limit(BOUND)
        .forEach(document -> found.add(read(memberId, document)));
    return found;
  }

  @Override
  public Map<String, String> membersByPhone(Set<PhoneOf> phones) {
    Map<String, String> found = new HashMap<>();
    Map<String, Set<String>> byFederation =
        phones.stream()
            .collect(
                Collectors.groupingBy(
                    PhoneOf::federation,
                    Collectors.mapping(PhoneOf::phoneIndex, Collectors.toSet())));
    byFederation.forEach((federation, indexes) ->
        members
            .find(and(eq("f", federation), in("phones", indexes)))
            .projection(Projections.include("phones"))
            .forEach(member -> {
              Set<String> own = new HashSet<>(member.getList("phones", String.class));
              own.retainAll(indexes);
              own.forEach(phone -> found.put(phone, member.getString(ID)));
            }));
    return found;
  }

  private static Document write(RecordedStep step) {
    Document document =
        new Document(ID, step.id())
            .append("k", step.kind().name())
            .append("w", step.what())
            .append("t", Date.from(step.at()));
    if (step.expectedBy() != null) {
      document.append("by", Date.from(step.expectedBy()));
    }
    if (step.reason() != null) {
      document.append("r", step.reason());
    }
    StepEvent event = step.event();
    if (event != null) {
      document.append(SEQUENCE, event.sequence());
      if (!event
          .id()
          .equals(StepEvent.idOf(aggregate(step.memberId(), step.step()), event.sequence()))) {
        document.append(EVENT_ID, event.id());
      }
    }
    return document;
  }

  /** What the event was about: the grant, or the visit. */
  private static String aggregate(String memberId, String step) {
    String visits = memberId + RecordedStep.VISITS;
    return step.startsWith(visits) ? step.substring(visits.length()) : step;
  }

  private static @Nullable StepEvent event(
      String memberId, String step, RecordedStep.Kind kind, Document document) {
    Long sequence = document.getLong(SEQUENCE);
    if (sequence == null) {
      return null;
    }
    String id = document.getString(EVENT_ID);
    return new StepEvent(
        id == null ? StepEvent.idOf(aggregate(memberId, step), sequence) : id,
        kind.eventType().type(),
        sequence);
  }

  private static RecordedStep read(String memberId, Document document) {
    RecordedStep.Kind kind = RecordedStep.Kind.valueOf(document.getString("k"));
    String id = document.getString(ID);
    String step =
        kind == RecordedStep.Kind.VISIT
            ? id
            : id.substring(0, id.length() - kind.name().length() - 1);
    return new RecordedStep(
        id,
        memberId,
        step,
        kind,
        document.getString("w"),
        document.getDate("t").toInstant(),
        instant(document.getDate("by")),
        document.getString("r"),
        event(memberId, step, kind, document));
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
