package org.nuanxin.notification.sms.worker;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.nuanxin.notification.sms.Contacts;
import org.nuanxin.notification.sms.ContactsUnavailable;
import org.nuanxin.notification.sms.Lease;
import org.nuanxin.notification.sms.SendSms;
import org.nuanxin.notification.sms.SendSms.Batch;
import org.nuanxin.notification.sms.SmsQueue;
import org.nuanxin.notification.sms.SmsQueue.Settled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends SMS in the background, on the instance that holds the lease. What it cannot send waits; the
 * inbox never does.
 */
public final class SmsWorker implements SmartLifecycle {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
  private static final Duration COUNT_EVERY = Duration.ofSeconds(10);
  private static final Logger log = LoggerFactory.getLogger(SmsWorker.class);

  private final SendSms sendSms;
  private final SmsQueue queue;
  private final Lease lease;
  private final Clock clock;
  private final Duration pause;
  private final AtomicLong waiting;
  private final Counter sent;
  private final Counter failed;
  private final Counter expired;
  private final Counter postponed;
  private Instant counted = Instant.EPOCH;
  private volatile CountDownLatch stopping = new CountDownLatch(0);
  private volatile Thread thread = Thread.currentThread();

  /**
   * Works with these.
   *
   * @param pause between two looks at what is due
   */
  public SmsWorker(
      SendSms sendSms,
      SmsQueue queue,
      Lease lease,
      Clock clock,
      Duration pause,
      MeterRegistry meters) {
    this.sendSms = sendSms;
    this.queue = queue;
    this.lease = lease;
    this.clock = clock;
    this.pause = pause;
    this.waiting = meters.gauge("nuanxin.sms.pending", new AtomicLong());
    this.sent = meters.counter("nuanxin.sms", "outcome", "sent");
    this.failed = meters.counter("nuanxin.sms", "outcome", "failed");
    this.expired = meters.counter("nuanxin.sms", "outcome", "expired");
    this.postponed = meters.counter("nuanxin.sms", "outcome", "postponed");
  }

  private void loop() {
    Duration next = pause;
    while (isRunning()) {
      try {
        if (stopping.await(next.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        next = work(next);
      } catch (InterruptedException e) {
        return;
      } catch (ContactsUnavailable | MongoException e) {
        next = longer(next);
        log.atWarn()
            .addKeyValue("retryInMillis", next.toMillis())
            .log("SMS wait: {}", e.getMessage());
      } catch (RuntimeException e) {
        next = LONGEST_PAUSE;
        log.error("SMS wait for a reason of our own", e);
      }
    }
  }

  /** One batch; gives how long to wait before the next. */
  private Duration work(Duration last) {
    Instant now = clock.instant();
    if (!lease.hold(now)) {
      waiting.set(0);
      return pause;
    }
    Batch batch = sendSms.batch(this::isRunning);
    batch.settled().forEach(this::count);
    if (counted.isBefore(now.minus(COUNT_EVERY))) {
      waiting.set(queue.waiting());
      counted = now;
    }
    if (batch.isHeldUp()) {
      return longer(last);
    }
    return batch.taken() == Contacts.MOST ? Duration.ZERO : pause;
  }

  private void count(Settled settled) {
    switch (settled) {
      case Settled.Sent s -> sent.increment();
      case Settled.Failed s -> failed.increment();
      case Settled.Expired s -> expired.increment();
      case Settled.Postponed s -> postponed.increment();
      case Settled.Broken s -> {
        postponed.increment();
        log.atError()
            .addKeyValue("messageId", s.sms().message().id().text())
            .setCause(s.why())
            .log("An SMS waits for a reason of our own");
      }
      case Settled.Untried s -> {
        // It counts when it is tried.
      }
    }
  }

  private Duration longer(Duration last) {
    Duration doubled = last.compareTo(pause) < 0 ? pause : last.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  @Override
  public void start() {
    stopping = new CountDownLatch(1);
    thread = Thread.ofVirtual().name("sms").start(this::loop);
  }

  /**
   * Begins no further call, lets those in hand end, notes how they ended and gives the lease back.
   * What takes longer than ten seconds is left behind, marked as unsure, and the lease runs out.
   */
  @Override
  public void stop() {
    stopping.countDown();
    try {
      if (thread.join(LONGEST_STOP)) {
        lease.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return stopping.getCount() > 0;
  }

  @Override
  public int getPhase() {
    return 1_001;
  }
}
