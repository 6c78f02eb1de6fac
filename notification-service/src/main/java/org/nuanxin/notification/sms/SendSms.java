package org.nuanxin.notification.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.nuanxin.notification.message.Message;
import org.nuanxin.notification.sms.SmsProvider.Outcome;
import org.nuanxin.notification.sms.SmsProvider.Text;
import org.nuanxin.notification.sms.SmsQueue.Settled;
import org.nuanxin.notification.template.Templates;

/**
 * Sends what is due, a batch at a time: one look-up of phones, so many calls at once and no more,
 * one write of how they ended. A crash anywhere sends again under the same key, which the provider
 * delivers once.
 */
public final class SendSms {

  /**
   * What a batch came to.
   *
   * @param taken messages that were due
   * @param settled how those ended that were tried
   */
  public record Batch(int taken, List<Settled> settled) {

    /** Whether the provider was not even asked for some. */
    public boolean isHeldUp() {
      return settled.size() < taken;
    }
  }

  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private final SmsQueue queue;
  private final Contacts contacts;
  private final SmsProvider provider;
  private final Templates templates;
  private final Duration expiresAfter;
  private final int atOnce;

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
      int atOnce) {
    this.queue = queue;
    this.contacts = contacts;
    this.provider = provider;
    this.templates = templates;
    this.expiresAfter = expiresAfter;
    this.atOnce = atOnce;
  }

  /**
   * Sends what is due now.
   *
   * @throws ContactsUnavailable when nothing could be sent for want of phones
   */
  public Batch batch(Instant now) {
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
      settled.addAll(sendAll(fresh, now));
    } finally {
      queue.settle(settled);
    }
    return new Batch(due.size(), settled);
  }

  private List<Settled> sendAll(List<PendingSms> all, Instant now) {
    if (all.isEmpty()) {
      return List.of();
    }
    Map<String, String> phones =
        contacts.phonesOf(
            all.stream().map(sms -> sms.message().memberId()).collect(Collectors.toSet()));
    Semaphore places = new Semaphore(atOnce);
    List<Settled> settled = new ArrayList<>(all.size());
    try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Settled>>> running = new ArrayList<>(all.size());
      for (PendingSms sms : all) {
        String phone = phones.get(sms.message().memberId());
        if (phone == null) {
          settled.add(new Settled.Failed(sms));
        } else {
          running.add(
              calls.submit(() -> {
                places.acquire();
                try {
                  return send(sms, phone, now);
                } finally {
                  places.release();
                }
              }));
        }
      }
      for (Future<List<Settled>> each : running) {
        settled.addAll(each.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A call to the SMS provider failed in a way of its own", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return settled;
  }

  /** How it ended; empty when it was not tried, and so stays as it is. */
  private List<Settled> send(PendingSms sms, String phone, Instant now) {
    Message message = sms.message();
    Outcome outcome =
        provider.deliver(
            new Text(
                message.id().text(),
                phone,
                message.kind().name(),
                templates.sms(message).orElseThrow(),
                params(message)),
            sms.unsure());
    return switch (outcome) {
      case ACCEPTED -> List.of(new Settled.Sent(sms));
      case REFUSED -> List.of(new Settled.Failed(sms));
      case UNSURE -> List.of(new Settled.Postponed(sms, now.plus(waitAfter(sms.attempts())), true));
      case NOT_TRIED -> List.of();
    };
  }

  private static Map<String, String> params(Message message) {
    Map<String, String> params = new TreeMap<>();
    message.values().forEach((param, value) -> params.put(param.placeholder(), value));
    return params;
  }

  private static Duration waitAfter(int attempts) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
