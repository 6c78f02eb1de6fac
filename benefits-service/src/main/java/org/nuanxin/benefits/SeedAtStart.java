package org.nuanxin.benefits;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.nuanxin.benefits.programme.mongo.MongoProgrammes;
import org.nuanxin.benefits.stock.Stock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings in the programmes, and synthetic stock where that is asked for, before consumers start;
 * then reads programmes again every minute. Seeding again adds only what is missing.
 */
@Component
class SeedAtStart implements SmartLifecycle {

  private static final Duration REFRESH = Duration.ofMinutes(1);
  private static final String DELIVERY = "synthetic";
  private static final Logger log = LoggerFactory.getLogger(SeedAtStart.class);

  private final MongoProgrammes programmes;
  private final Stock stock;
  private final BenefitsSettings.Seed seed;
  private final String federation;
  private volatile boolean running;
  private volatile Thread thread = Thread.currentThread();

  SeedAtStart(
      MongoProgrammes programmes,
      Stock stock,
      BenefitsSettings settings,
      @Value("${nuanxin.federation:460200}") String federation) {
    this.programmes = programmes;
    this.stock = stock;
    this.seed = settings.seed();
    this.federation = federation;
  }

  @Override
  public void start() {
    programmes.seed();
    stock.addPacks(federation, DELIVERY, seed.packs());
    stock.addCodes(federation, DELIVERY, codes());
    running = true;
    thread = Thread.ofVirtual().name("programmes").start(this::refresh);
  }

  /** The same codes each time; spread, so that nobody guesses the next from one of them. */
  private List<String> codes() {
    List<String> codes = new ArrayList<>(seed.codes());
    for (int i = 0; i < seed.codes(); i++) {
      // An odd factor permutes the 32-bit numbers: no two are the same.
      codes.add(String.format(Locale.ROOT, "TEST-%08X", i * 0x9E3779B1));
    }
    return codes;
  }

  private void refresh() {
    while (running) {
      try {
        TimeUnit.MILLISECONDS.sleep(REFRESH.toMillis());
        programmes.refresh();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("Programmes could not be read; those read before stay in force", e);
      }
    }
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

  /** Right after the indexes. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 2000;
  }
}
