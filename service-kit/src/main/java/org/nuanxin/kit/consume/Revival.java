package org.nuanxin.kit.consume;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * Starts a container again that stopped by itself (its consumer was fenced, refused or met an
 * error), for else its group would stand still unnoticed. It waits longer each time, up to a
 * minute, which also bounds the log.
 */
final class Revival implements ApplicationEventPublisher {

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Logger log = LoggerFactory.getLogger(Revival.class);

  private final ConcurrentMessageListenerContainer<String, byte[]> container;
  private final Duration first;
  private final BooleanSupplier wanted;
  private final Counter restarts;
  private final AtomicBoolean pending = new AtomicBoolean();
  private volatile Duration wait;
  private volatile long lastRestart = System.nanoTime();

  /**
   * @param wanted whether consumers should run at all
   */
  Revival(
      ConcurrentMessageListenerContainer<String, byte[]> container,
      Duration first,
      BooleanSupplier wanted,
      Counter restarts) {
    this.container = container;
    this.first = first;
    this.wanted = wanted;
    this.restarts = restarts;
    this.wait = first;
  }

  @Override
  public void publishEvent(Object event) {
    if (event instanceof ConsumerStoppedEvent stopped
        && stopped.getReason() != ConsumerStoppedEvent.Reason.NORMAL
        && wanted.getAsBoolean()
        && pending.compareAndSet(false, true)) {
      Duration pause = nextWait();
      log.atWarn()
          .addKeyValue("group", container.getGroupId())
          .addKeyValue("reason", stopped.getReason())
          .addKeyValue("restartInMillis", pause.toMillis())
          .log("A consumer stopped by itself; it will be started again");
      Thread.ofVirtual().name("revival").start(() -> restartAfter(pause));
    }
  }

  private Duration nextWait() {
    if (System.nanoTime() - lastRestart > LONGEST.multipliedBy(2).toNanos()) {
      wait = first;
    }
    Duration now = wait;
    Duration doubled = now.multipliedBy(2);
    wait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return now;
  }

  private void restartAfter(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      return;
    }
    pending.set(false);
    lastRestart = System.nanoTime();
    container.stop();
    if (wanted.getAsBoolean()) {
      restarts.increment();
      container.start();
    }
    if (!wanted.getAsBoolean()) {
      container.stop();
    }
  }
}
