package org.nuanxin.membership.timeline.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.testing.TestDatabase;
import org.nuanxin.membership.timeline.web.TimelineChanges;

class LiveTimelinesTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final TestDatabase database = TestDatabase.fresh();
  private final MongoCollection<BsonDocument> steps =
      database.get().getCollection(MongoRecordedSteps.COLLECTION, BsonDocument.class);
  private final LiveTimelines timelines = new LiveTimelines(database.get(), Duration.ofSeconds(1));
  private final Watchers watchers = new Watchers();
  private final AtomicInteger written = new AtomicInteger();

  /** Whoever watches, and what they are told. */
  private static final class Watchers implements TimelineChanges.Listener {
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean there = true;

    @Override
    public void changed(String memberId, List<String> phones) {
      if (memberId.startsWith("odd")) {
        throw new IllegalArgumentException("No enum constant of tomorrow");
      }
      told.add(memberId);
    }

    @Override
    public void everythingMayHaveChanged() {
      told.add("everything");
    }

    @Override
    public boolean isAnybodyThere() {
      looks.incrementAndGet();
      return there;
    }
  }

  @BeforeEach
  void start() {
    timelines.start();
  }

  @AfterEach
  void stop() {
    timelines.stop();
    database.get().drop();
    database.close();
  }

  @Test
  void looksAroundAndEndsUnderSteadyLoad() {
    timelines.watch(watchers);
    await().atMost(SOON).until(() -> writeAndSee(watchers.looks.get() > 0));

    watchers.there = false;
    await().atMost(SOON).until(() -> writeAndSee(!timelines.isWatching()));

    watchers.there = true;
    timelines.watch(watchers);
    watchers.told.clear();
    await().atMost(SOON).until(() -> writeAndSee(!watchers.told.isEmpty()));
  }

  @Test
  void goesOnBehindAChangeThatCannotBeTold() {
    timelines.watch(watchers);

    write("odd-1:x");
    write("m-1:x");

    await().atMost(SOON).until(() -> watchers.told.contains("m-1"));
    assertThat(timelines.isWatching()).isTrue();
  }

  /** Writes without a pause, so that the stream always has something to tell. */
  private boolean writeAndSee(boolean seen) {
    for (int i = 0; i < 20 && !seen; i++) {
      write("m-" + written.incrementAndGet() + ":x");
    }
    return seen;
  }

  private void write(String id) {
    steps.insertOne(new BsonDocument("_id", new BsonString(id)));
  }
}
