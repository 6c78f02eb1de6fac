package org.nuanxin.bench;

import java.util.HashSet;
import java.util.Set;

/** One sign-up on its way; every method is called under the lock of {@link SignUpLog}. */
final class SignUp {

  private static final int GRANTS = 3;

  private final Set<String> issued = HashSet.newHashSet(GRANTS);
  private long sentAt;
  private long grantedAt;
  private boolean accepted;

  /** The gateway has said 201 to it. */
  void accepted(long sentNanos) {
    accepted = true;
    sentAt = sentNanos;
  }

  /** A grant's event was seen, for the first time or again. */
  void issued(String eventId, long atNanos) {
    if (issued.add(eventId) && issued.size() == GRANTS) {
      grantedAt = atNanos;
    }
  }

  /** Accepted, and all three grants issued. */
  boolean granted() {
    return accepted && issued.size() >= GRANTS;
  }

  /** More different grant events than there are grants. */
  boolean overGranted() {
    return issued.size() > GRANTS;
  }

  boolean isAccepted() {
    return accepted;
  }

  /** From sending to the third grant's event. */
  long nanosToGrants() {
    return grantedAt - sentAt;
  }

  long grantedAt() {
    return grantedAt;
  }
}
