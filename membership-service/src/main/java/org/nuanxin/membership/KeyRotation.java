package org.nuanxin.membership;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.Optional;
import org.nuanxin.kit.web.Unavailable;
import org.nuanxin.membership.member.Members;
import org.nuanxin.membership.member.SealAnew;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Walks through all persons once after the start, where an operator has said so ({@code
 * nuanxin.membership.seal-anew}), and seals them with the current keys.
 */
@Component
@ConditionalOnBooleanProperty("nuanxin.membership.seal-anew")
class KeyRotation implements SmartLifecycle {

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

  private final SealAnew sealAnew;
  private volatile boolean running;
  private volatile Thread thread = Thread.currentThread();

  KeyRotation(SealAnew sealAnew) {
    this.sealAnew = sealAnew;
  }

  private void walk() {
    String after = "";
    while (running) {
      try {
        Optional<String> last = sealAnew.batch(after);
        if (last.isEmpty()) {
          log.info("Every person is sealed with the current keys");
          running = false;
          return;
        }
        after = last.get();
        Thread.sleep(PAUSE);
      } catch (MongoException | Unavailable | Members.Overtaken e) {
        log.warn("Sealing anew was interrupted; it goes on from the same place", e);
        pause();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(AFTER_FAILURE);
    } catch (InterruptedException e) {
      running = false;
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("seal-anew").start(this::walk);
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
}
