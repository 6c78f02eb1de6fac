package org.nuanxin.notification.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.nuanxin.notification.message.Message;
import org.nuanxin.notification.sms.SmsProvider.Text;
import org.nuanxin.notification.sms.SmsQueue.Settled;
import org.nuanxin.notification.template.Templates;

/**
 * Sends what is due, a batch at a time: one look-up of phones, one write that marks what is about
 * to be sent, so many calls at once and no more, one write of how they ended. After a crash
 * anywhere the provider is asked by the key before a text is sent again; until it is asked, nobody
 * else has the message in hand.
 */
public final class SendSms {

  /**
   * What a batch came to.
   *
   * @param taken messages that were due
   * @param settled how those ended that were this sender's
   */
  public record Batch(int taken, List<Settled> settled) {

    /** Whether nothing was delivered, and the provider was not even asked for some. */
    public boolean isHeldUp() {
      return settled.stream().anyMatch(Settled.Untried.class::isInstance)
          && settled.stream().noneMatch(Settled.Sent.class::isInstance);
    }
  }

  /** How long a message is in one sender's hand. */
  static final Duration CLAIM = Duration.ofSeconds(30);

  /** After this no send begins, so that even a slow one ends before another may claim it. */
  static final Duration LAST_START = CLAIM.dividedBy(2);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private final SmsQueue queue;
  private final Contacts contacts;
  private final SmsProvider provider;
  private final Templates templates;
  private final Duration expiresAfter;
  private final int atOnce;
  private final Clock clock;

  /**
   * Works with these ports.
   *
   * @param expiresAfter age of an event whose SMS nobody needs any more
   * @param atOnce most calls to the provider at a time
   */
  public SendSms(
      SmsQueue queue,
      Contacts contacts,
      SmsProvider provider,
      Templates templates,
      Duration expiresAfter,
      int atOnce,
      Clock clock) {
    this.queue = queue;
    this.contacts = contacts;
    this.provider = provider;
    this.templates = templates;
    this.expiresAfter = expiresAfter;
    this.atOnce = atOnce;
    this.clock = clock;
  }

  /**
   * Sends what is due now.
   *
   * @param goOn asked before each send; when it says no, what is left stays due
   * @throws ContactsUnavailable when nothing could be sent for want of phones
   */
  public Batch batch(BooleanSupplier goOn) {
    Instant now = clock.instant();
    List<PendingSms> due = queue.due(now, Contacts.MOST);
    List<Settled> settled = new ArrayList<>(due.size());
    List<PendingSms> fresh = new ArrayList<>(due.size());
    for (PendingSms sms : due) {
      if (sms.message().at().isBefore(now.minus(expiresAfter))) {
        settled.add(new Settled.Expired(sms));
      } else {
        fresh.add(sms);
      }
    }
    try {
      send(fresh, now, goOn, settled);
    } finally {
      queue.settle(settled);
    }
    return new Batch(due.size(), settled);
  }

  private void send(
      List<PendingSms> fresh, Instant now, BooleanSupplier goOn, List<Settled> settled) {
    if (fresh.isEmpty()) {
      return;
    }
    Map<String, String> phones =
        contacts.phonesOf(
            fresh.stream().map(sms -> sms.message().memberId()).collect(Collectors.toSet()));
    List<PendingSms> reachable = new ArrayList<>(fresh.size());
    for (PendingSms sms : fresh) {
      if (phones.containsKey(sms.message().memberId())) {
        reachable.add(sms);
      } else {
        settled.add(new Settled.Failed(sms));
      }
    }
    Instant claimed = clock.instant();
    Instant lastStart = claimed.plus(LAST_START);
    sendAll(
        queue.claim(reachable, now, claimed.plus(CLAIM)),
        phones,
        claimed,
        () -> goOn.getAsBoolean() && !clock.instant().isAfter(lastStart),
        settled);
  }

  private void sendAll(
      List<PendingSms> all,
      Map<String, String> phones,
      Instant claimed,
      BooleanSupplier goOn,
      List<Settled> settled) {
    Semaphore places = new Semaphore(atOnce);
    try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Settled>> running = new ArrayList<>(all.size());
      for (PendingSms sms : all) {
        String phone = Objects.requireNonNull(phones.get(sms.message().memberId()), "reachable");
        running.add(
            calls.submit(() -> {
              places.acquire();
              try {
                return goOn.getAsBoolean()
                    ? send(sms, phone, claimed)
                    : new Settled.Untried(sms, claimed);
              } finally {
                places.release();
              }
            }));
      }
      for (Future<Settled> each : running) {
        settled.add(each.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("What has no outcome is marked; the provider is asked", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How it ended; whatever is wrong with one stops no other. */
  private Settled send(PendingSms sms, String phone, Instant claimed) {
    Instant nextTry = claimed.plus(waitAfter(sms.attempts()));
    boolean unsure = sms.unsure();
    try {
      Text text = text(sms.message(), phone);
      unsure = true;
      return switch (provider.deliver(text, sms.unsure())) {
        case ACCEPTED -> new Settled.Sent(sms);
        case REFUSED -> new Settled.Failed(sms);
        case UNSURE -> new Settled.Postponed(sms, nextTry, true);
        case NOT_TRIED -> new Settled.Untried(sms, claimed);
      };
    } catch (RuntimeException e) {
      return new Settled.Broken(sms, nextTry, unsure, e);
    }
  }

  private Text text(Message message, String phone) {
    Templates.Sms sms = templates.sms(message).orElseThrow();
    return new Text(message.id().text(), phone, message.kind().name(), sms.text(), sms.params());
  }

  private static Duration waitAfter(int attempts) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
