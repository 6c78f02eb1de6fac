package org.nuanxin.localstack.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.backends.MongoServer;
import org.nuanxin.localstack.backends.MongodProcess;
import org.nuanxin.localstack.supervise.Backoff;

/**
 * The database, started again on the same port and data when its process dies, after a pause that
 * grows while it keeps failing. Nobody waits for that start: what it is asked meanwhile it answers.
 */
final class WatchedMongo implements AutoCloseable {

  private static final Duration RAN_WELL = Duration.ofSeconds(60);
  private static final Duration END_WITHIN = Duration.ofSeconds(20);

  private final Screen screen;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final @Nullable Thread watch;

  private MongoServer server;
  private String state = "READY";
  private int restarts;

  private WatchedMongo(MongoServer server, Screen screen) {
    this.server = server;
    this.screen = screen;
    this.watch =
        server instanceof MongodProcess mongod
            ? Thread.ofVirtual().name("watch-mongod").unstarted(() -> watch(mongod))
            : null;
  }

  /**
   * A process of ours.
   *
   * @param state in a word, as of a service
   * @param pid process id, 0 while there is none
   * @param restarts how often it was started again
   */
  record Seen(String state, long pid, int restarts) {}

  static WatchedMongo over(MongoServer server, Screen screen) {
    WatchedMongo watched = new WatchedMongo(server, screen);
    if (watched.watch != null) {
      watched.watch.start();
    }
    return watched;
  }

  synchronized String uri() {
    return server.uri();
  }

  synchronized String origin() {
    return server.origin();
  }

  /** What the process does now, where it is ours. */
  synchronized Optional<Seen> process() {
    return server instanceof MongodProcess mongod
        ? Optional.of(
            new Seen(
                state, mongod.process().isAlive() ? mongod.process().program().pid() : 0, restarts))
        : Optional.empty();
  }

  private void watch(MongodProcess first) {
    MongodProcess current = first;
    Backoff backoff = new Backoff();
    try {
      while (true) {
        long began = System.nanoTime();
        int exitCode = current.process().process().waitFor();
        if (System.nanoTime() - began > RAN_WELL.toNanos()) {
          backoff.reset();
        }
        Optional<MongodProcess> again = Optional.empty();
        String what = "MongoDB died (exit code " + exitCode + ")";
        while (again.isEmpty()) {
          if (!comes("WAITING")) {
            return;
          }
          Duration pause = backoff.next();
          screen.say(what + "; starting it again in " + pause.toSeconds() + " s");
          if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS) || !comes("STARTING")) {
            return;
          }
          try {
            again = Optional.of(current.startAgain());
          } catch (RuntimeException e) {
            what = e instanceof CannotStart known ? known.sentence() : e.toString();
          }
        }
        current = again.get();
        if (!isBack(current)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the next state, unless it is meant to end. */
  private synchronized boolean comes(String next) {
    if (stopping.getCount() == 0) {
      return false;
    }
    state = next;
    restarts += next.equals("STARTING") ? 1 : 0;
    return true;
  }

  /** Takes the server into use, unless it is meant to end: then it ends at once. */
  private boolean isBack(MongodProcess again) {
    synchronized (this) {
      if (stopping.getCount() > 0) {
        server = again;
        state = "READY";
        screen.say("MongoDB is back");
        return true;
      }
    }
    again.close();
    return false;
  }

  @Override
  public void close() {
    MongoServer last;
    // After this block no other server is taken into use.
    synchronized (this) {
      stopping.countDown();
      state = "STOPPED";
      last = server;
    }
    if (watch != null) {
      // Breaks off a start, which then ends what it has started.
      watch.interrupt();
    }
    last.close();
    try {
      if (watch != null && !watch.join(END_WITHIN)) {
        screen.say("MongoDB does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
