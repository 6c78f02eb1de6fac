package org.nuanxin.membership;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
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

  KeyRotation(SealAnew sealAnew, MeterRegistry meters) {
    this.sealAnew = sealAnew;
    FunctionCounter.builder("nuanxin.membership.seal.failures", sealAnew, SealAnew::failures)
        .register(meters);
  }

  private void walk() {
    String after = "";
    while (running) {
      try {
        Optional<String> last = sealAnew.batch(after, KeyRotation::tell);
        if (last.isEmpty()) {
          tellTheEnd();
          running = false;
          return;
        }
        after = last.get();
        Thread.sleep(PAUSE);
      } catch (RuntimeException e) {
        log.warn("Sealing anew was interrupted; it goes on from the same place", e);
        pause();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void tell(String memberId, RuntimeException why) {
    log.atWarn()
        .addKeyValue("memberId", memberId)
        .setCause(why)
        .log("A person could not be sealed anew");
  }

  private void tellTheEnd() {
    long failures = sealAnew.failures();
    if (failures == 0) {
      log.info("Every person is sealed with the current keys");
    } else {
      log.error("{} could not be sealed; keep the old keys until they can", failures);
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
