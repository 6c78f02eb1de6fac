package org.nuanxin.kit.consume;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The retry topic's place (ADR 0008): letters that are to be tried again by themselves are taken
 * from the store when they are due, visible to operators all the while. What is parked behind
 * nothing any more is taken along, too.
 */
final class DueRetries implements SmartLifecycle {

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int ROUNDS_TO_STRANDED = 5;
  private static final Logger log = LoggerFactory.getLogger(DueRetries.class);

  private final Redrive redrive;
  private volatile boolean running;
  private volatile Thread thread = Thread.currentThread();

  DueRetries(Redrive redrive) {
    this.redrive = redrive;
  }

  private void loop() {
    for (int round = 1; running; round++) {
      try {
        Thread.sleep(EVERY);
        redrive.redriveDue();
        if (round % ROUNDS_TO_STRANDED == 0) {
          redrive.releaseStranded();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("Due retries could not be read; trying again", e);
      }
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("due-retries").start(this::loop);
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
    return 1_001;
  }
}
