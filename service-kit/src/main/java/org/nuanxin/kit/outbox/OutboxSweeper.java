package org.nuanxin.kit.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.nuanxin.kit.event.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Finds events that a crash, a full relay queue or a dead broker left behind, oldest first by the
 * partial index, and offers them to the relay again. Several instances may sweep at once: that
 * makes duplicates, never a loss. A document that this build cannot read or send, because a newer
 * one wrote it, is left where it is, counted, and keeps nothing behind it from going out.
 */
public final class OutboxSweeper implements SmartLifecycle {

  private static final int BATCH = 500;
  private static final int MOST_LOOKED_AT = 10_000;
  private static final Logger log = LoggerFactory.getLogger(OutboxSweeper.class);

  private final MongoCollection<BsonDocument> collection;
  private final OutboxRelay relay;
  private final Clock clock;
  private final Duration every;
  private final Duration grace;
  private final Function<BsonDocument, StoredEvent> event;
  private volatile boolean running;
  private volatile Thread thread = Thread.currentThread();

  /**
   * @param every pause between two sweeps
   * @param grace how long the instance that wrote a document is left to send it itself
   */
  public OutboxSweeper(
      MongoCollection<BsonDocument> collection,
      OutboxRelay relay,
      Clock clock,
      Duration every,
      Duration grace) {
    this.collection = collection;
    this.relay = relay;
    this.clock = clock;
    this.every = every;
    this.grace = grace;
    Codec<StoredEvent> codec = collection.getCodecRegistry().get(StoredEvent.class);
    this.event =
        document ->
            codec.decode(new BsonDocumentReader(document), DecoderContext.builder().build());
  }

  /**
   * One sweep.
   *
   * @return how many documents were offered to the relay
   */
  public int sweep() {
    if (relay.isSaturated()) {
      return 0;
    }
    int offered = 0;
    int unsendable = 0;
    for (BsonDocument document :
        collection
            .find(Outbox.pendingBefore(clock.instant().minus(grace)))
            .projection(Projections.include(Outbox.VERSION, Outbox.EVENTS))
            .sort(Sorts.ascending(Outbox.PENDING_SINCE))
            .hintString(Outbox.INDEX)
            .batchSize(BATCH)
            .limit(MOST_LOOKED_AT)) {
      String id = document.getString("_id").getValue();
      if (relay.isInFlight(id)) {
        continue;
      }
      Optional<Pending> pending = pending(id, document);
      if (pending.isEmpty()) {
        unsendable++;
      } else if (!pending.get().events().isEmpty()) {
        relay.offer(pending.get());
        offered++;
      }
      if (offered == BATCH) {
        break;
      }
    }
    if (relay.noteUnsendable(unsendable) && unsendable > 0) {
      log.atWarn()
          .addKeyValue("documents", unsendable)
          .log("Events that this build cannot send wait in their documents for a newer one");
    }
    return offered;
  }

  /** What a document carries; empty where this build cannot send all of it. */
  private Optional<Pending> pending(String id, BsonDocument document) {
    try {
      List<StoredEvent> events =
          document.getArray(Outbox.EVENTS, new BsonArray()).stream()
              .map(each -> event.apply(each.asDocument()))
              .toList();
      return events.stream().allMatch(StoredEvent::isKnown)
          ? Optional.of(new Pending(id, document.getNumber(Outbox.VERSION).longValue(), events))
          : Optional.empty();
    } catch (RuntimeException e) {
      log.atDebug().addKeyValue("document", id).setCause(e).log("Unreadable outbox");
      return Optional.empty();
    }
  }

  private void loop() {
    while (running) {
      try {
        Thread.sleep(every);
        sweep();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("Sweep failed; the next one starts over", e);
      }
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("outbox-sweeper").daemon().start(this::loop);
  }

  @Override
  public void stop() {
    if (running) {
      running = false;
      thread.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 1;
  }
}
