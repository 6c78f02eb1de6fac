package org.nuanxin.benefits.grant.messaging;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.nuanxin.benefits.grant.WorkOff;
import org.nuanxin.benefits.programme.Programmes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Works off one programme for as long as the service runs: again at once while there is more to do,
 * when somebody wakes it, and every so often. One of its own for each programme, so that a slow
 * provider holds up only itself.
 */
public final class Worker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Worker.class);

  private final String programme;
  private final Programmes programmes;
  private final WorkOff workOff;
  private final Duration every;
  private final Semaphore woken = new Semaphore(0);
  private volatile boolean running;
  private volatile Thread thread = Thread.currentThread();

  /**
   * @param every longest pause between two looks
   */
  public Worker(String programme, Programmes programmes, WorkOff workOff, Duration every) {
    this.programme = programme;
    this.programmes = programmes;
    this.workOff = workOff;
    this.every = every;
  }

  /** Looks at once. */
  public void wake() {
    woken.release();
  }

  private void loop() {
    while (running) {
      try {
        boolean more = workOff.once(programmes.get(programme));
        if (!more) {
          woken.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS);
          woken.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // Whatever was claimed is free again when its lease ends; the next look starts over.
        if (running) {
          log.atWarn().addKeyValue("programme", programme).setCause(e).log("Work stopped short");
          pause();
        }
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(every.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("worker-" + programme).daemon().start(this::loop);
  }

  /** Lets the round in hand end, within the time of one batch. */
  @Override
  public void stop() {
    running = false;
    wake();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the indexes and the relay, before the consumers. */
  @Override
  public int getPhase() {
    return 100;
  }
}
