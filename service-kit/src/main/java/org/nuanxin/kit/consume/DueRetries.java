package org.nuanxin.kit.consume;

import com.mongodb.MongoException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The retry topic's place (ADR 0008): letters that are to be tried again by themselves are taken
 * from the store when they are due, visible to operators all the while.
 */
final class DueRetries implements SmartLifecycle {

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Logger log = LoggerFactory.getLogger(DueRetries.class);

  private final Redrive redrive;
  private volatile boolean running;
  private volatile Thread thread = Thread.currentThread();

  DueRetries(Redrive redrive) {
    this.redrive = redrive;
  }

  private void loop() {
    while (running) {
      try {
        Thread.sleep(EVERY);
        redrive.redriveDue();
      } catch (InterruptedException e) {
        return;
      } catch (MongoException e) {
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
