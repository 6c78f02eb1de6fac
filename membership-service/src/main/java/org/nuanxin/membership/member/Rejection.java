package org.nuanxin.membership.member;

import org.jspecify.annotations.Nullable;

/**
 * Why an application is refused.
 *
 * @param code null where the reviewer gave words only
 * @param reason in the reviewer's words; null where the code says it
 */
public record Rejection(@Nullable RejectionCode code, @Nullable String reason) {

  /** Checks that either says why. */
  public Rejection {
    if (reason == null && (code == null || !code.saysWhy())) {
      throw new IllegalArgumentException("Nobody is refused without a reason");
    }
  }

  /** For a reason in words. */
  public static Rejection because(String reason) {
    return new Rejection(null, reason);
  }
}
