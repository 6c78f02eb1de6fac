package org.nuanxin.notification.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.nuanxin.notification.sms.SmsQueue.Settled;

/**
 * Sends what is due, a batch at a time: one look-up of phones, one write that marks what is about
 * to be sent, as few calls as it takes, one write of how they ended. After a crash anywhere the
 * provider is asked by the key before a text is sent again; until it is asked, nobody else has the
 * message in hand.
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

  private final SmsQueue queue;
  private final Contacts contacts;
  private final Deliveries deliveries;
  private final Duration expiresAfter;
  private final Clock clock;

  /**
   * Works with these ports.
   *
   * @param expiresAfter age of an event whose SMS nobody needs any more
   */
  public SendSms(
      SmsQueue queue,
      Contacts contacts,
      Deliveries deliveries,
      Duration expiresAfter,
      Clock clock) {
    this.queue = queue;
    this.contacts = contacts;
    this.deliveries = deliveries;
    this.expiresAfter = expiresAfter;
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
    deliveries.make(
        queue.claim(reachable, now, claimed.plus(CLAIM)),
        phones,
        claimed,
        () -> goOn.getAsBoolean() && !clock.instant().isAfter(lastStart),
        settled);
  }
}
