package org.nuanxin.identity.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Finds the account that a user name and password open.
 *
 * <p>Only as many are checked at once as there are processors: the rest wait a little, and see
 * every failure counted before their turn. So a burst of parallel guesses gets at most the
 * threshold, or the limit, plus one guess per further processor and instance.
 */
public final class CheckPassword {

  private final StaffAccounts accounts;
  private final Passwords passwords;
  private final FailedSignIns failures;
  private final Clock clock;
  private final Duration patience;
  private final Semaphore turns;

  /**
   * Checks against these accounts.
   *
   * @param atOnce how many passwords are hashed side by side
   * @param patience how long a caller waits for its turn
   */
  public CheckPassword(
      StaffAccounts accounts,
      Passwords passwords,
      FailedSignIns failures,
      Clock clock,
      int atOnce,
      Duration patience) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.failures = failures;
    this.clock = clock;
    this.patience = patience;
    this.turns = new Semaphore(atOnce, true);
  }

  /**
   * Checks one password. A wrong one counts against the name, also when there is no such account.
   *
   * @param address where the caller is, as the budgets count it
   * @return the account; empty when the name or the password is wrong, without saying which
   * @throws SignInsPaused when the name has to wait at this address, the right password too
   * @throws TooBusy when no turn came in time
   */
  public Optional<StaffAccount> of(String username, String password, String address) {
    if (!turn()) {
      throw new TooBusy();
    }
    try {
      return check(new SignInPlace(StaffAccount.normalised(username), address), password);
    } finally {
      turns.release();
    }
  }

  private Optional<StaffAccount> check(SignInPlace place, String password) {
    Instant now = clock.instant();
    Optional<Instant> wait = failures.waitUntil(place, now);
    if (wait.isPresent()) {
      throw new SignInsPaused(Duration.between(now, wait.get()));
    }
    Optional<StaffAccount> account = accounts.find(place.username());
    if (!passwords.matches(password, account.map(StaffAccount::passwordHash).orElse(null))) {
      failures.add(place, now);
      return Optional.empty();
    }
    failures.succeeded(place, now);
    return account;
  }

  private boolean turn() {
    try {
      return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
