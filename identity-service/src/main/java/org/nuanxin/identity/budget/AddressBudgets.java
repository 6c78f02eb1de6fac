package org.nuanxin.identity.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts per network address and minute, across instances.
 *
 * <p>An instance takes a twentieth of a budget at a time from the common ledger and spends it by
 * itself, so that a thousand workers behind one address do not queue for one counter. So an address
 * never gets more than its budget, and up to a twentieth less for each further instance it reaches.
 * Thread-safe.
 */
public final class AddressBudgets {

  private static final int PARTS = 20;
  private static final int MOST_ADDRESSES = 50_000;

  private record Key(Budget budget, String address) {}

  private record Minute(Instant start, Map<Key, Share> shares) {}

  private static final class Share {
    private int left;
    private boolean exhausted;
  }

  private final BudgetLedger ledger;
  private final BudgetLimits limits;
  private volatile Minute current = new Minute(Instant.EPOCH, Map.of());

  /** Spends from this ledger. */
  public AddressBudgets(BudgetLedger ledger, BudgetLimits limits) {
    this.ledger = ledger;
    this.limits = limits;
  }

  /**
   * Spends one of the address's budget for the current minute.
   *
   * @return how long to wait when there was none left; empty when it was spent
   */
  public Optional<Duration> spend(Budget budget, String address, Instant now) {
    Minute minute = minute(now);
    Key key = new Key(budget, address);
    Share share = minute.shares().computeIfAbsent(key, any -> new Share());
    synchronized (share) {
      if (share.left == 0 && !share.exhausted) {
        int limit = limits.of(budget);
        int wanted = Math.max(1, limit / PARTS);
        share.left = ledger.take(budget, address, minute.start(), limit, wanted);
        share.exhausted = share.left == 0;
      }
      if (share.left > 0) {
        share.left--;
        return Optional.empty();
      }
    }
    return Optional.of(Duration.between(now, minute.start().plus(1, ChronoUnit.MINUTES)));
  }

  private Minute minute(Instant now) {
    Instant start = now.truncatedTo(ChronoUnit.MINUTES);
    Minute known = current;
    if (!known.start().equals(start) || known.shares().size() > MOST_ADDRESSES) {
      known = new Minute(start, new ConcurrentHashMap<>());
      current = known;
    }
    return known;
  }
}
