package org.nuanxin.kit.consume;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.deadletter.DeadLetter;
import org.nuanxin.kit.deadletter.RedriveClaims;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.observe.Traceparent;

/**
 * Handles a dead letter again, as if it had just been polled, and what is parked behind it after
 * it. Handlers look at today's state, so nothing is granted to somebody who has left since.
 */
public final class Redrive {

  /** How a re-drive ended. */
  public sealed interface Outcome {}

  /**
   * Effects stored, events acknowledged.
   *
   * @param alsoResolved letters parked behind it that were handled, too
   */
  public record Resolved(int alsoResolved) implements Outcome {}

  /**
   * It failed again, for this reason.
   *
   * @param cause class and safe message
   */
  public record FailedAgain(String cause) implements Outcome {}

  /** It is unknown, resolved already, or somebody else is at it. */
  public record NotClaimed() implements Outcome {}

  private final Map<String, Subscription> subscriptions;
  private final EventPublisher publisher;
  private final RedriveClaims claims;

  Redrive(List<Subscription> subscriptions, EventPublisher publisher, RedriveClaims claims) {
    this.subscriptions =
        subscriptions.stream().collect(Collectors.toMap(Subscription::group, Function.identity()));
    this.publisher = publisher;
    this.claims = claims;
  }

  /** Re-drives one letter; at most one caller at a time gets through. */
  public Outcome redrive(String id) {
    Optional<DeadLetter> claimed = claims.claim(id);
    if (claimed.isEmpty()) {
      return new NotClaimed();
    }
    Outcome outcome = attempt(claimed.get());
    return outcome instanceof Resolved
        ? new Resolved(releaseParked(claimed.get().group(), claimed.get().subject()))
        : outcome;
  }

  /** Re-drives whatever is due by itself. */
  void redriveDue() {
    claims.due().forEach(letter -> redrive(letter.id()));
  }

  /**
   * Re-drives what is parked behind nothing: a batch may park a record just after the letter before
   * it was resolved.
   */
  void releaseStranded() {
    for (String group : subscriptions.keySet()) {
      claims.stranded(group).forEach(subject -> releaseParked(group, subject));
    }
  }

  private Outcome attempt(DeadLetter letter) {
    return Traceparent.call(letter.traceparent(), () -> handle(letter));
  }

  private Outcome handle(DeadLetter letter) {
    try {
      Subscription subscription = subscriptions.get(letter.group());
      if (subscription == null) {
        throw new IllegalStateException("No consumer of this group runs here");
      }
      List<StoredEvent> events =
          subscription.handler().handle(List.of(ReceivedEvent.of(record(letter))));
      publisher.sendAndAwait(events);
      claims.resolve(letter.id());
      return new Resolved(0);
    } catch (RuntimeException e) {
      claims.failedAgain(letter, e, Outage.mayPass(e));
      return new FailedAgain(e.getClass().getSimpleName());
    }
  }

  private int releaseParked(String group, @Nullable String subject) {
    if (subject == null) {
      return 0;
    }
    int resolved = 0;
    List<DeadLetter> page;
    do {
      page = claims.parkedBehind(group, subject);
      for (DeadLetter parked : page) {
        Optional<DeadLetter> claimed = claims.claim(parked.id());
        if (claimed.isEmpty() || !(attempt(claimed.get()) instanceof Resolved)) {
          return resolved;
        }
        resolved++;
      }
    } while (page.size() == RedriveClaims.PAGE);
    return resolved;
  }

  /** The letter as it was polled. */
  static ConsumerRecord<String, byte[]> record(DeadLetter letter) {
    var record =
        new ConsumerRecord<>(
            letter.topic(), letter.partition(), letter.offset(), letter.subject(), letter.data());
    letter
        .headers()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }
}
