package org.nuanxin.kit.outbox;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.event.StoredEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends the events that documents of one collection carry, and clears them.
 *
 * <p>Guarantee: whatever is offered is sent at least once or found later by the {@link
 * OutboxSweeper}; a crash at any point, before or after the broker's ack, loses nothing and at
 * worst sends a copy again. One thread sends, so first copies keep the order in which they were
 * offered. What a dead instance left behind is sent when it is found, which may be after later
 * events that another instance wrote and sent. Clearing is lazy and unjournaled, because a lost
 * clear only means a duplicate.
 */
public final class OutboxRelay implements SmartLifecycle {

  /** Counts events sent, by collection. */
  public static final String SENT_METER = "nuanxin.outbox.sent";

  static final int QUEUE = 10_000;
  static final int UNACKNOWLEDGED_BOUND = 5_000;
  private static final int CLEAR_BATCH = 1_000;
  private static final long CLEAR_EVERY_MILLIS = 250;
  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

  private final MongoCollection<BsonDocument> collection;
  private final EventPublisher publisher;
  private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(QUEUE);
  private final ConcurrentLinkedQueue<Pending> acknowledged = new ConcurrentLinkedQueue<>();
  private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
  private final AtomicInteger unacknowledged = new AtomicInteger();
  private final AtomicInteger unsendable = new AtomicInteger();
  private final Counter sent;
  private final Counter failed;
  private final Counter dropped;
  private volatile boolean running;
  private List<Thread> threads = List.of();

  /**
   * @param collection the aggregates' collection, as stored
   */
  public OutboxRelay(
      MongoCollection<BsonDocument> collection, EventPublisher publisher, MeterRegistry meters) {
    this.collection = collection.withWriteConcern(WriteConcern.W1.withJournal(false));
    this.publisher = publisher;
    String name = collection.getNamespace().getCollectionName();
    sent = meters.counter(SENT_METER, "collection", name);
    failed = meters.counter("nuanxin.outbox.failed", "collection", name);
    dropped = meters.counter("nuanxin.outbox.offers.dropped", "collection", name);
    Tags tags = Tags.of("collection", name);
    meters.gauge("nuanxin.outbox.unsendable", tags, unsendable, AtomicInteger::get);
    meters.gauge("nuanxin.outbox.queue", tags, queue, BlockingQueue::size);
    meters.gauge("nuanxin.outbox.unacknowledged", tags, unacknowledged, AtomicInteger::get);
  }

  /**
   * Offers pending events and returns at once. A full queue drops the offer: the sweeper will find
   * the document, and the caller who stored it is not held up by a slow broker.
   */
  public void offer(Pending pending) {
    inFlight.add(pending.id());
    if (!queue.offer(pending)) {
      inFlight.remove(pending.id());
      dropped.increment();
    }
  }

  /** Whether this document's events are on their way already. */
  boolean isInFlight(String id) {
    return inFlight.contains(id);
  }

  /** Whether so much is unacknowledged that sweeping would only add to the heap. */
  boolean isSaturated() {
    return unacknowledged.get() >= UNACKNOWLEDGED_BOUND || queue.remainingCapacity() < QUEUE / 2;
  }

  /**
   * Takes note of how many documents the last sweep found that this build cannot send.
   *
   * @return whether the number changed
   */
  boolean noteUnsendable(int documents) {
    return unsendable.getAndSet(documents) != documents;
  }

  private void sendLoop() {
    while (running || !queue.isEmpty()) {
      try {
        Pending next = queue.poll(100, TimeUnit.MILLISECONDS);
        if (next != null) {
          send(next);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void send(Pending pending) {
    List<StoredEvent> events = pending.events();
    unacknowledged.incrementAndGet();
    Acks acks = new Acks(pending, events.size());
    for (StoredEvent event : events) {
      if (!acks.complete) {
        // What follows must not go out before what was refused; the sweeper begins at the head.
        acks.one(null);
        continue;
      }
      try {
        publisher.send(event, (metadata, failure) -> acks.one(failure));
      } catch (RuntimeException e) {
        // The broker is away, or a newer build stored a type that this one does not know. Either
        // way it stays in its document, and the thread goes on with the others.
        acks.one(e);
      }
    }
  }

  /** Counts the acknowledgements of one document's events, which come on the producer's thread. */
  private final class Acks {
    private final Pending pending;
    private final AtomicInteger missing;
    private volatile boolean complete = true;

    Acks(Pending pending, int events) {
      this.pending = pending;
      this.missing = new AtomicInteger(events);
    }

    void one(@Nullable Exception failure) {
      if (failure != null) {
        complete = false;
        failed.increment();
      }
      if (missing.decrementAndGet() == 0) {
        unacknowledged.decrementAndGet();
        if (complete) {
          sent.increment(pending.events().size());
          acknowledged.add(pending);
        } else {
          inFlight.remove(pending.id());
        }
      }
    }
  }

  private void clearLoop() {
    while (running) {
      try {
        Thread.sleep(CLEAR_EVERY_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      clear();
    }
  }

  /** Clears everything acknowledged so far. */
  private void clear() {
    List<Pending> batch = new ArrayList<>();
    while (takeAcknowledged(batch)) {
      try {
        collection.bulkWrite(Outbox.clear(batch), new BulkWriteOptions().ordered(false));
      } catch (RuntimeException e) {
        log.atWarn()
            .addKeyValue("documents", batch.size())
            .setCause(e)
            .log("Outbox not cleared; its events will be sent again");
      } finally {
        batch.forEach(pending -> inFlight.remove(pending.id()));
      }
      batch.clear();
    }
  }

  private boolean takeAcknowledged(List<Pending> batch) {
    Pending next;
    while (batch.size() < CLEAR_BATCH && (next = acknowledged.poll()) != null) {
      batch.add(next);
    }
    return !batch.isEmpty();
  }

  @Override
  public void start() {
    running = true;
    threads =
        List.of(
            Thread.ofPlatform().name("outbox-relay").daemon().start(this::sendLoop),
            Thread.ofPlatform().name("outbox-clear").daemon().start(this::clearLoop));
  }

  /** Sends what is queued, waits a little for acknowledgements and clears them. */
  @Override
  public void stop() {
    running = false;
    try {
      for (Thread thread : threads) {
        thread.join(TimeUnit.SECONDS.toMillis(2));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
