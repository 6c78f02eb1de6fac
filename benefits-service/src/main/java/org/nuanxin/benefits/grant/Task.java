package org.nuanxin.benefits.grant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a worker has to do about a grant. Claims and retries change only this, so they raise no
 * version and leave no gap in the grant's events.
 *
 * @param due when it may be tried next, or when a claim ends; null where nothing is to be done
 * @param attempts how often a provider was asked in vain
 * @param unsure whether an earlier attempt may have taken effect: the provider is asked by key
 *     first
 * @param claim token of the worker that holds it; null where nobody does
 * @param cancelRequested the member left while a worker was issuing it
 */
public record Task(
    @Nullable Instant due,
    int attempts,
    boolean unsure,
    @Nullable String claim,
    boolean cancelRequested) {

  /** Nothing to do. */
  public static final Task NONE = new Task(null, 0, false, null, false);

  /** To be done from this instant on. */
  static Task at(Instant due, boolean unsure) {
    return new Task(due, 0, unsure, null, false);
  }

  Task again(Instant next, boolean alsoUnsure) {
    return new Task(next, attempts + 1, unsure || alsoUnsure, null, false);
  }

  /** Nothing more to do; how often it was tried is still told. */
  Task over() {
    return new Task(null, attempts, false, null, false);
  }

  Task withCancelRequested() {
    return new Task(due, attempts, unsure, claim, true);
  }
}
