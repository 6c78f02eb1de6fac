package org.nuanxin.kit.outbox;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.nuanxin.kit.mongo.DuplicateKeys;
import org.nuanxin.kit.web.Unavailable;
import org.springframework.context.SmartLifecycle;

/**
 * Group commit at the edge: concurrent inserts into one collection share one unordered bulk write
 * and so one journal flush, and each caller gets its own outcome (ADR 0003).
 *
 * <p>Guarantee: {@link Stored} is answered only after a majority has the document in its journal.
 * When the outcome of the bulk write is unknown, every caller of it gets {@link Unavailable} and
 * may safely try again under the same key; nobody is told of a success that is not one. After a
 * batch of one the next goes at once; only after a batch of several does a caller wait for company,
 * for the linger and no longer.
 */
public final class GroupCommit<D> implements SmartLifecycle {

  /** How one insert ended. */
  public sealed interface Outcome {}

  /** The document is stored for good. */
  public record Stored() implements Outcome {}

  /**
   * Another document holds a unique key.
   *
   * @param index name of the violated index
   */
  public record Duplicate(String index) implements Outcome {}

  private record Waiting<D>(D document, CompletableFuture<Outcome> outcome) {}

  private static final int BATCH = 500;
  private static final int QUEUE = 4_000;
  private static final long TIMEOUT_SECONDS = 8;
  private static final Outcome STORED = new Stored();

  private final MongoCollection<D> collection;
  private final long lingerMicros;
  private final BlockingQueue<Waiting<D>> queue = new ArrayBlockingQueue<>(QUEUE);
  private final DistributionSummary batchSize;
  private volatile boolean running;
  private volatile Thread thread = Thread.currentThread();

  /**
   * @param lingerMicros how long a batch waits for more while others are known to be under way
   */
  public GroupCommit(MongoCollection<D> collection, long lingerMicros, MeterRegistry meters) {
    this.collection = collection;
    this.lingerMicros = lingerMicros;
    String name = collection.getNamespace().getCollectionName();
    batchSize =
        DistributionSummary.builder("nuanxin.group.commit.batch")
            .tag("collection", name)
            .register(meters);
    meters.gauge(
        "nuanxin.group.commit.queue", Tags.of("collection", name), queue, BlockingQueue::size);
  }

  /**
   * Inserts a document and waits for its own outcome.
   *
   * @throws Unavailable when the queue is full (nothing was written) or the outcome is unknown (it
   *     may have been written): in both cases safe to repeat
   */
  public Outcome insert(D document) {
    Waiting<D> waiting = new Waiting<>(document, new CompletableFuture<>());
    if (!running || !queue.offer(waiting)) {
      throw new Unavailable("Too many requests are waiting. Please try again.");
    }
    try {
      return waiting.outcome().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new Unavailable(
          "The outcome is not known. Repeat the request with the same Idempotency-Key.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("Shutting down. Please try again.", e);
    }
  }

  private void loop() {
    List<Waiting<D>> batch = new ArrayList<>(BATCH);
    int previous = 1;
    while (running || !queue.isEmpty()) {
      try {
        Waiting<D> first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
          previous = 1;
          continue;
        }
        batch.add(first);
        queue.drainTo(batch, BATCH - 1);
        if (previous > 1 && batch.size() < BATCH) {
          gather(batch);
        }
        write(batch);
        previous = batch.size();
        batch.clear();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Waits a moment for callers that the previous batch has shown to be around. */
  private void gather(List<Waiting<D>> batch) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(lingerMicros);
    long left;
    while (batch.size() < BATCH && (left = until - System.nanoTime()) > 0) {
      Waiting<D> next = queue.poll(left, TimeUnit.NANOSECONDS);
      if (next != null) {
        batch.add(next);
        queue.drainTo(batch, BATCH - batch.size());
      }
    }
  }

  private void write(List<Waiting<D>> batch) {
    batchSize.record(batch.size());
    try {
      collection.insertMany(
          batch.stream().map(Waiting::document).toList(), new InsertManyOptions().ordered(false));
      batch.forEach(waiting -> waiting.outcome().complete(STORED));
    } catch (MongoBulkWriteException e) {
      if (e.getWriteConcernError() != null) {
        // Nobody can say which of them a majority has: unknown for all.
        batch.forEach(waiting -> waiting.outcome().completeExceptionally(e));
      } else {
        answerEach(batch, e);
      }
    } catch (MongoException e) {
      batch.forEach(waiting -> waiting.outcome().completeExceptionally(e));
    } catch (RuntimeException e) {
      // A document that cannot be encoded must not take its neighbours with it.
      alone(batch, e);
    }
  }

  private void answerEach(List<Waiting<D>> batch, MongoBulkWriteException failure) {
    Map<Integer, BulkWriteError> errors = new HashMap<>();
    failure.getWriteErrors().forEach(error -> errors.put(error.getIndex(), error));
    for (int i = 0; i < batch.size(); i++) {
      BulkWriteError error = errors.get(i);
      CompletableFuture<Outcome> outcome = batch.get(i).outcome();
      if (error == null) {
        outcome.complete(STORED);
      } else if (DuplicateKeys.is(error)) {
        outcome.complete(new Duplicate(DuplicateKeys.indexOf(error)));
      } else {
        outcome.completeExceptionally(failure);
      }
    }
  }

  /**
   * The driver sends a large batch in parts, and a part before the one that cannot be encoded may
   * be stored: what is found there with just this content is this caller's own.
   */
  private void alone(List<Waiting<D>> batch, RuntimeException failure) {
    if (batch.size() == 1) {
      batch.getFirst().outcome().completeExceptionally(failure);
      return;
    }
    for (Waiting<D> waiting : batch) {
      Waiting<D> again = new Waiting<>(waiting.document(), new CompletableFuture<>());
      write(List.of(again));
      again
          .outcome()
          .thenApply(outcome -> isStored(waiting.document()) ? STORED : outcome)
          .whenComplete((outcome, error) -> {
            if (error == null) {
              waiting.outcome().complete(outcome);
            } else {
              waiting.outcome().completeExceptionally(error);
            }
          });
    }
  }

  private boolean isStored(D document) {
    BsonDocument ours = BsonDocumentWrapper.asBsonDocument(document, collection.getCodecRegistry());
    return ours.equals(
        collection
            .withDocumentClass(BsonDocument.class)
            .find(Filters.eq("_id", ours.get("_id")))
            .first());
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("group-commit").daemon().start(this::loop);
  }

  /** Refuses new documents and writes those that wait. */
  @Override
  public void stop() {
    running = false;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(TIMEOUT_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 10;
  }
}
