package org.nuanxin.identity.staff;

import java.time.Instant;
import java.util.Optional;

/**
 * Wrong passwords, counted twice: per user name and address, in a row, and per user name from
 * everywhere, within a window. It makes no difference whether there is such an account. Holds
 * across instances.
 *
 * <p>Were a name to wait alone, anybody could keep its owner out with a wrong password now and
 * then. So an address waits for its own failures only. What that leaves open, guessing from many
 * addresses, ends at the {@link NameLimit}; from then on, until the window is over, only addresses
 * are heard from which the name signed in before, which an attacker has not got.
 */
public interface FailedSignIns {

  /** Until when this name has to wait at this address; empty when it need not. */
  Optional<Instant> waitUntil(SignInPlace place, Instant now);

  /** Counts one more failure, and from some number on makes the name wait. Each count is atomic. */
  void add(SignInPlace place, Instant now);

  /**
   * Forgets this address's failures after a success and remembers that the name signed in from
   * here. The count of all addresses stays, since an owner who signs in is no reason to let others
   * guess anew.
   */
  void succeeded(SignInPlace place, Instant now);
}
