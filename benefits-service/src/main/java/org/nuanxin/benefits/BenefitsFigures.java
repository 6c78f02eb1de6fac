package org.nuanxin.benefits;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.nuanxin.benefits.grant.Grants;
import org.nuanxin.benefits.grant.WaitingReason;
import org.nuanxin.benefits.programme.Programme;
import org.nuanxin.benefits.stock.Stock;
import org.nuanxin.benefits.stock.StockKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Figures that have to be asked of the database, asked every ten seconds and not at each scrape:
 * the federation's grants that wait, by programme and reason (of each programme counted up to a
 * hundred thousand), and its stock left. Every instance tells the same.
 */
@Component
class BenefitsFigures implements SmartLifecycle {

  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final List<String> PROGRAMMES =
      List.of(Programme.ACCIDENT_INSURANCE, Programme.HEALTH_CHECK, Programme.WELCOME_GIFT);
  private static final Logger log = LoggerFactory.getLogger(BenefitsFigures.class);

  private record Waiting(String programme, WaitingReason reason) {}

  private final Grants grants;
  private final Stock stock;
  private final String federation;
  private final Map<Waiting, AtomicLong> waiting = new HashMap<>();
  private final Map<StockKind, AtomicLong> left = new HashMap<>();
  private volatile boolean running;
  private volatile Thread thread = Thread.currentThread();

  BenefitsFigures(
      Grants grants,
      Stock stock,
      MeterRegistry meters,
      @Value("${nuanxin.federation:460200}") String federation) {
    this.grants = grants;
    this.stock = stock;
    this.federation = federation;
    for (String programme : PROGRAMMES) {
      for (WaitingReason reason : WaitingReason.values()) {
        Tags tags = Tags.of("programme", programme, "reason", reason.name());
        waiting.put(
            new Waiting(programme, reason),
            meters.gauge("nuanxin.grants.waiting", tags, new AtomicLong()));
      }
    }
    for (StockKind kind : StockKind.values()) {
      Tags tags = Tags.of("kind", kind.name());
      left.put(kind, meters.gauge("nuanxin.stock.available", tags, new AtomicLong()));
    }
  }

  private void ask() {
    for (String programme : PROGRAMMES) {
      Map<WaitingReason, Long> counts = grants.countWaitingByReason(federation, programme);
      waiting.forEach((key, value) -> {
        if (key.programme().equals(programme)) {
          value.set(counts.getOrDefault(key.reason(), 0L));
        }
      });
    }
    left.forEach((kind, value) -> value.set(stock.available(federation, kind)));
  }

  private void loop() {
    while (running) {
      try {
        ask();
        TimeUnit.MILLISECONDS.sleep(EVERY.toMillis());
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (!running || !pause()) {
          return;
        }
        log.warn("Figures could not be asked for; they stay as they were", e);
      }
    }
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(EVERY.toMillis());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("figures").start(this::loop);
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
