package org.nuanxin.localstack.supervise;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nuanxin.localstack.CannotStart;

/**
 * A program that is kept running: when it ends by itself it is started again, after a pause that
 * grows while it keeps failing. One thread of its own drives it; {@link #stop} may be called from
 * any.
 */
public final class Supervised {

  private static final Duration READY_WITHIN = Duration.ofSeconds(180);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
  private static final Duration RAN_WELL = Duration.ofSeconds(60);
  private static final Duration TELL_AGAIN_AFTER = Duration.ofSeconds(2);
  private static final int FIRST_ATTEMPTS = 2;

  /** After which {@link #up} is done or has failed. */
  static final Duration UP_WITHIN =
      READY_WITHIN.plus(STOP_WITHIN).plus(Backoff.LONGEST).multipliedBy(FIRST_ATTEMPTS);

  /** What it does now. */
  public enum State {
    /** The process is there and not ready yet. */
    STARTING,
    /** It answers. */
    READY,
    /** It died; the next start is due. */
    WAITING,
    /** It is meant to end, or has ended. */
    STOPPED
  }

  private final Program program;
  private final Watcher watcher;
  private final CompletableFuture<Void> up = new CompletableFuture<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Backoff backoff = new Backoff();

  private volatile State state = State.STARTING;
  private volatile @Nullable ServiceProcess process;
  private int starts;
  private boolean untold;

  private Supervised(Program program, Watcher watcher) {
    this.program = program;
    this.watcher = watcher;
  }

  static Supervised start(Program program, Watcher watcher) {
    Supervised supervised = new Supervised(program, watcher);
    Thread.ofVirtual().name("watch-" + program.name()).start(supervised::drive);
    return supervised;
  }

  Program program() {
    return program;
  }

  State state() {
    return state;
  }

  int starts() {
    return starts;
  }

  /** The process id, 0 while there is no process. */
  long pid() {
    ServiceProcess current = process;
    return current != null && current.isAlive() ? current.pid() : 0;
  }

  /** Done when it was ready for the first time; failed when its first starts failed. */
  CompletableFuture<Void> up() {
    return up;
  }

  /** Ends the program in good order and keeps it ended. */
  void stop() {
    stopping.countDown();
    state = State.STOPPED;
    ServiceProcess current;
    // After this block no further process is started, so the one seen here is the last.
    synchronized (this) {
      current = process;
    }
    if (current != null) {
      current.stop(STOP_WITHIN);
    }
    up.completeExceptionally(
        new CannotStart(CannotStart.Reason.SERVICE, program.name() + " was stopped."));
  }

  private void drive() {
    try {
      while (runOnce()) {
        Duration pause = backoff.next();
        if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One life of the program, whatever befalls it; tells whether there shall be another. */
  private boolean runOnce() throws InterruptedException {
    try {
      return live();
    } catch (IOException | RuntimeException e) {
      // Nothing that happens to one life may end the supervision: a disk is full for a while only.
      return failedToLive(e);
    }
  }

  private boolean live() throws IOException, InterruptedException {
    long began = System.nanoTime();
    ServiceProcess current;
    synchronized (this) {
      if (isStopping()) {
        return false;
      }
      starts++;
      current = program.start();
      process = current;
      state = State.STARTING;
    }
    tellOfChange();
    boolean ready =
        Readiness.await(
            program.readinessUrl(), READY_WITHIN, () -> current.isAlive() && !isStopping());
    if (ready && !isStopping()) {
      state = State.READY;
      watcher.ready(program.name(), since(began), program.url());
      tellOfChange();
      up.complete(null);
    } else if (current.isAlive() && !isStopping()) {
      current.stop(STOP_WITHIN);
    }
    return diedOnItsOwn(exitOf(current), began);
  }

  /** Waits for the end, and meanwhile tells what could not be told before. */
  private int exitOf(ServiceProcess current) throws InterruptedException {
    while (untold && !current.endsWithin(TELL_AGAIN_AFTER)) {
      tellOfChange();
    }
    return current.awaitExit();
  }

  /** Never fails: a program that runs is left alone, and its files are written later. */
  private void tellOfChange() {
    try {
      watcher.changed();
      untold = false;
    } catch (RuntimeException e) {
      if (!untold) {
        watcher.failed(program.name(), sentence(e));
      }
      untold = true;
    }
  }

  private boolean failedToLive(Exception failure) {
    ServiceProcess left = process;
    if (left != null && left.isAlive()) {
      left.stop(STOP_WITHIN);
    }
    if (isStopping()) {
      return false;
    }
    state = State.WAITING;
    tellOfChange();
    String sentence =
        program.name() + " cannot be started (" + sentence(failure) + "); see " + program.log();
    if (!up.isDone() && starts >= FIRST_ATTEMPTS) {
      up.completeExceptionally(new CannotStart(CannotStart.Reason.DISK, sentence, failure));
      return false;
    }
    watcher.failed(
        program.name(), sentence + "; trying again in " + backoff.peek().toSeconds() + " s");
    return true;
  }

  private static String sentence(Exception failure) {
    return failure instanceof CannotStart known ? known.sentence() : failure.toString();
  }

  private boolean diedOnItsOwn(int exitCode, long began) {
    if (isStopping()) {
      return false;
    }
    state = State.WAITING;
    tellOfChange();
    if (!up.isDone() && starts >= FIRST_ATTEMPTS) {
      up.completeExceptionally(
          new CannotStart(
              CannotStart.Reason.SERVICE,
              program.name()
                  + " does not come up (exit code "
                  + exitCode
                  + "); its log says why: "
                  + program.log()));
      return false;
    }
    if (since(began).compareTo(RAN_WELL) > 0) {
      backoff.reset();
    }
    watcher.died(program.name(), exitCode, backoff.peek());
    return true;
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private static Duration since(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime);
  }
}
