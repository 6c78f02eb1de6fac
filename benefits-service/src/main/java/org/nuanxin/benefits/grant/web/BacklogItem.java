package org.nuanxin.benefits.grant.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benefits.grant.Failure;
import org.nuanxin.benefits.grant.Grant;
import org.nuanxin.benefits.grant.GrantState;
import org.nuanxin.benefits.grant.Waiting;
import org.nuanxin.benefits.grant.WaitingReason;

/**
 * A grant that is not the member's, as operators see it: of the member only the id.
 *
 * @param reason of waiting, or the code of the refusal
 * @param since when it began to wait, or was refused
 * @param tries how often a worker has asked the provider in vain
 * @param nextTryAt null where no time is set: refused, being tried just now, or out of stock until
 *     stock arrives
 */
record BacklogItem(
    String id,
    String memberId,
    String programme,
    State state,
    @Nullable String reason,
    Instant since,
    int tries,
    @Nullable Instant nextTryAt) {

  /** States that can be asked for. */
  enum State {
    WAITING,
    FAILED,
    DUE;

    static Set<GrantState> of(@Nullable State asked) {
      return Arrays.stream(GrantState.values())
          .filter(state ->
              asked == null ? seenAs(state).isPresent() : seenAs(state).equals(Optional.of(asked)))
          .collect(Collectors.toUnmodifiableSet());
    }

    /** One that a worker is trying just now still waits; else a list would flicker. */
    private static Optional<State> seenAs(GrantState state) {
      return switch (state) {
        case WAITING, RESERVED -> Optional.of(WAITING);
        case FAILED -> Optional.of(FAILED);
        case DUE -> Optional.of(DUE);
        case ISSUED, USED, EXPIRED, CANCELLED -> Optional.empty();
      };
    }
  }

  static BacklogItem of(Grant grant) {
    Waiting waiting = grant.waiting();
    Failure failure = grant.failure();
    boolean planned =
        grant.state() == GrantState.WAITING
            && waiting != null
            && waiting.reason() == WaitingReason.PROVIDER_UNAVAILABLE;
    Instant since = waiting != null ? waiting.since() : failure != null ? failure.at() : null;
    return new BacklogItem(
        grant.id().toString(),
        grant.id().member(),
        grant.id().programme(),
        State.seenAs(grant.state()).orElseThrow(),
        waiting != null ? waiting.reason().name() : failure != null ? failure.code() : null,
        Objects.requireNonNull(since, "The backlog is sorted by it"),
        grant.task().attempts(),
        planned ? grant.task().due() : null);
  }
}
