package org.nuanxin.stations.visit.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.outbox.Outbox;
import org.nuanxin.stations.visit.Visit;

/** A visit as a document, with its event inside until that is sent. Public, as its codec asks. */
public record VisitDocument(
    @BsonId String id,
    @BsonProperty("f") String federation,
    @BsonProperty("station") String stationId,
    @BsonProperty("name") String stationName,
    @BsonProperty("p") String phoneIndex,
    String day,
    Instant at,
    @BsonProperty(Outbox.VERSION) long version,
    @BsonProperty(Outbox.EVENTS) @Nullable List<StoredEvent> events,
    @BsonProperty(Outbox.PENDING_SINCE) @Nullable Instant pendingSince) {

  static VisitDocument of(Visit visit, StoredEvent event) {
    return new VisitDocument(
        visit.id(),
        visit.federation(),
        visit.stationId(),
        visit.stationName(),
        visit.phoneIndex(),
        visit.day().toString(),
        visit.at(),
        event.sequence(),
        List.of(event),
        visit.at());
  }

  Visit visit() {
    return new Visit(id, federation, stationId, stationName, phoneIndex, LocalDate.parse(day), at);
  }
}
