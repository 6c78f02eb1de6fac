package org.nuanxin.localstack.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.backends.MongoServer;
import org.nuanxin.localstack.backends.MongodProcess;

/** The database, started again on the same port and data when its process dies. */
final class WatchedMongo implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Screen screen;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private MongoServer server;

  private WatchedMongo(MongoServer server, Screen screen) {
    this.server = server;
    this.screen = screen;
  }

  static WatchedMongo over(MongoServer server, Screen screen) {
    WatchedMongo watched = new WatchedMongo(server, screen);
    if (server instanceof MongodProcess mongod) {
      Thread.ofVirtual().name("watch-mongod").start(() -> watched.watch(mongod));
    }
    return watched;
  }

  synchronized String uri() {
    return server.uri();
  }

  synchronized String origin() {
    return server.origin();
  }

  synchronized Optional<Long> process() {
    return server instanceof MongodProcess mongod
        ? Optional.of(mongod.process().program().pid())
        : Optional.empty();
  }

  private void watch(MongodProcess first) {
    MongodProcess current = first;
    try {
      while (true) {
        int exitCode = current.process().process().waitFor();
        if (stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        screen.say("MongoDB died (exit code " + exitCode + "); starting it again");
        current = startAgain(current);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized MongodProcess startAgain(MongodProcess died) {
    if (stopping.getCount() == 0) {
      return died;
    }
    try {
      MongodProcess again = died.startAgain();
      server = again;
      screen.say("MongoDB is back");
      return again;
    } catch (CannotStart e) {
      screen.say(e.sentence());
      return died;
    }
  }

  @Override
  public synchronized void close() {
    stopping.countDown();
    server.close();
  }
}
