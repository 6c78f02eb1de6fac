package org.nuanxin.identity.key.schedule;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nuanxin.identity.key.KeyPolicy;
import org.nuanxin.identity.key.SigningKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has the ring of keys at hand before the first request, then looks at it as often as the policy
 * says: an instance that hears of no request still hears of a rotation, and makes one that is due.
 */
@Component
class KeysInTime implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(KeysInTime.class);

  /** After the kit has made the indexes, long before the web server. */
  private static final int PHASE = Integer.MIN_VALUE + 2000;

  private final SigningKeys keys;
  private final KeyPolicy policy;
  private @Nullable ScheduledExecutorService timer;

  KeysInTime(SigningKeys keys, KeyPolicy policy) {
    this.keys = keys;
    this.policy = policy;
  }

  @Override
  public synchronized void start() {
    keys.rotateIfDue();
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("signing-keys").factory());
    long millis = policy.reload().toMillis();
    started.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    timer = started;
  }

  private void look() {
    try {
      keys.rotateIfDue();
    } catch (RuntimeException outage) {
      // The copy at hand still signs, and the next look is near; only the timer must not end.
      LOG.warn("The signing keys cannot be looked at now", outage);
    }
  }

  @Override
  public synchronized void stop() {
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return timer != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
