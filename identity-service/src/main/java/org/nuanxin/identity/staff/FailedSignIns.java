package org.nuanxin.identity.staff;

import java.time.Instant;
import java.util.Optional;

/**
 * Wrong passwords in a row, per user name, whether or not there is such an account. Holds across
 * instances.
 */
public interface FailedSignIns {

  /** Until when this name has to wait; empty when it need not. */
  Optional<Instant> waitUntil(String username, Instant now);

  /** Counts one more failure, atomically, and from some number on makes the name wait. */
  void add(String username, Instant now);

  /** Forgets the failures after a success. */
  void clear(String username);
}
