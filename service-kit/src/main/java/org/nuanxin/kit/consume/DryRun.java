package org.nuanxin.kit.consume;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.deadletter.DeadLetter;
import org.nuanxin.kit.deadletter.DeadLetters;
import org.nuanxin.kit.deadletter.RedriveClaims;
import org.nuanxin.kit.event.BrokenRecord;
import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.kit.event.UnreadableEvent;

/**
 * What a {@link Redrive} would do with a letter, by its rules and with its reader, doing none of
 * it: nothing is claimed, stored or sent. Whether the handler would succeed cannot be known without
 * its effects, so {@link Why#READY} is no promise.
 */
public final class DryRun {

  /** Why it would run or not. */
  public enum Why {
    /** It would be handled. */
    READY,
    /** It would be handled; else it will be tried again by itself. */
    BY_ITSELF,
    /** It would be handled although an earlier letter of its subject ought to go first. */
    BEHIND,
    /** Somebody is at it. */
    UNDER_WAY,
    /** It was handled in the end. */
    DONE,
    /** It would fail again: headers or payload still cannot be read. */
    UNREADABLE,
    /** It would fail again: no consumer of its group runs here any more. */
    NO_CONSUMER
  }

  /**
   * What would happen.
   *
   * @param runs whether it would be handed to the group's handler
   * @param behind id of the oldest letter of the subject before it; null where there is none
   * @param following letters parked behind the subject that would be handled after it
   */
  public record Result(boolean runs, Why why, @Nullable String behind, int following) {

    private static Result none(Why why) {
      return new Result(false, why, null, 0);
    }
  }

  private final Map<String, Subscription> subscriptions;
  private final DeadLetters letters;
  private final RedriveClaims claims;

  DryRun(List<Subscription> subscriptions, DeadLetters letters, RedriveClaims claims) {
    this.subscriptions =
        subscriptions.stream().collect(Collectors.toMap(Subscription::group, Function.identity()));
    this.letters = letters;
    this.claims = claims;
  }

  /** What a re-drive would do now; empty for an unknown letter. */
  public Optional<Result> of(String id) {
    return letters.find(id).map(this::of);
  }

  private Result of(DeadLetter letter) {
    if (letter.state() == DeadLetter.State.RESOLVED) {
      return Result.none(Why.DONE);
    }
    if (!claims.isFree(letter.id())) {
      return Result.none(Why.UNDER_WAY);
    }
    if (!subscriptions.containsKey(letter.group())) {
      return Result.none(Why.NO_CONSUMER);
    }
    if (!isReadable(letter)) {
      return Result.none(Why.UNREADABLE);
    }
    String subject = letter.subject();
    int following =
        subject == null ? 0 : claims.countParkedBehind(letter.group(), subject, letter.id());
    return switch (letter.state()) {
      case PARKED -> {
        @Nullable String before = claims.oldestBefore(letter).orElse(null);
        yield new Result(true, before == null ? Why.READY : Why.BEHIND, before, following);
      }
      // A claim whose holder died is taken over by the next round of retries, too.
      case RETRYING, REDRIVING -> new Result(true, Why.BY_ITSELF, null, following);
      case OPEN, RESOLVED -> new Result(true, Why.READY, null, following);
    };
  }

  private static boolean isReadable(DeadLetter letter) {
    try {
      ReceivedEvent.of(Redrive.record(letter)).event();
      return true;
    } catch (BrokenRecord | UnreadableEvent e) {
      return false;
    }
  }
}
