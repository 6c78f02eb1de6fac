package org.nuanxin.membership.timeline.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.nuanxin.membership.timeline.web.TimelineChanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells of changes to timelines by a change stream on the store, whichever instance made them. It
 * runs only while somebody on this instance watches, because every write would pay for it.
 */
final class LiveTimelines implements TimelineChanges, SmartLifecycle {

  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration ALONE_AT_MOST = Duration.ofSeconds(30);
  private static final Logger log = LoggerFactory.getLogger(LiveTimelines.class);

  private final MongoDatabase database;
  private final Duration aloneAtMost;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Watching watching;
  private volatile boolean running;

  LiveTimelines(MongoDatabase database) {
    this(database, ALONE_AT_MOST);
  }

  /**
   * @param aloneAtMost how long the stream stays open with nobody to tell
   */
  LiveTimelines(MongoDatabase database, Duration aloneAtMost) {
    this.database = database;
    this.aloneAtMost = aloneAtMost;
  }

  @Override
  public void watch(Listener listener) {
    lock.lock();
    try {
      Watching current = watching;
      if (current == null || current.over) {
        // Returns when the server has the stream open, so nothing after this is missed.
        Watching started = new Watching(listener, cursor());
        watching = started;
        Thread.ofPlatform().name("live-timelines").daemon().start(started);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether a change stream is open. */
  boolean isWatching() {
    lock.lock();
    try {
      return watching != null && !watching.over;
    } finally {
      lock.unlock();
    }
  }

  private MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> cursor() {
    return database
        .watch(TimelineChange.PIPELINE, BsonDocument.class)
        .maxAwaitTime(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .cursor();
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** One change stream, until nobody watches any more. */
  private final class Watching implements Runnable {

    private final Listener listener;
    private MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> cursor;
    private volatile boolean over;

    Watching(
        Listener listener, MongoChangeStreamCursor<ChangeStreamDocument<BsonDocument>> cursor) {
      this.listener = listener;
      this.cursor = cursor;
    }

    @Override
    public void run() {
      try {
        watchUntilAlone();
      } catch (RuntimeException e) {
        log.error("Live timelines ended; the next watcher begins them again", e);
      } finally {
        end();
      }
    }

    /** Looks around by the clock, however much there is to tell. */
    private void watchUntilAlone() {
      long seen = System.nanoTime();
      long looked = seen;
      while (running && System.nanoTime() - seen < aloneAtMost.toNanos()) {
        try {
          ChangeStreamDocument<BsonDocument> change = cursor.tryNext();
          if (change != null) {
            tell(change);
          }
        } catch (MongoException e) {
          log.warn("The change stream broke; watching again", e);
          reopen();
        }
        long now = System.nanoTime();
        if (now - looked >= PATIENCE.toNanos()) {
          looked = now;
          seen = listener.isAnybodyThere() ? now : seen;
        }
      }
    }

    /** Between the old stream and the new one anything may have changed. */
    private void reopen() {
      cursor.close();
      while (running) {
        try {
          cursor = cursor();
          listener.everythingMayHaveChanged();
          return;
        } catch (MongoException e) {
          pause();
        }
      }
    }

    private void pause() {
      try {
        Thread.sleep(PATIENCE);
      } catch (InterruptedException e) {
        running = false;
        Thread.currentThread().interrupt();
      }
    }

    private void end() {
      lock.lock();
      try {
        over = true;
      } finally {
        lock.unlock();
      }
      cursor.close();
      if (running && listener.isAnybodyThere()) {
        // Somebody came while this one was ending.
        watch(listener);
        listener.everythingMayHaveChanged();
      }
    }

    private void tell(ChangeStreamDocument<BsonDocument> stored) {
      try {
        TimelineChange.of(stored)
            .ifPresent(change -> listener.changed(change.memberId(), change.phones()));
      } catch (MongoException e) {
        throw e;
      } catch (RuntimeException e) {
        // Such as a report of a kind that only a newer build knows: the others are told all the
        // same, and this person's page says what is wrong when it is loaded.
        log.warn("A timeline could not be told", e);
      }
    }
  }
}
