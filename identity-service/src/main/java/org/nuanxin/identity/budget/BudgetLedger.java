package org.nuanxin.identity.budget;

import java.time.Instant;

/** What all instances together have taken of each address's budgets. */
public interface BudgetLedger {

  /**
   * Takes of the budget of one address for one minute. Concurrent calls, on any instance, together
   * get no more than the limit.
   *
   * @param minute its first instant
   * @param limit what the budget holds
   * @param wanted how many to take, at least 1
   * @return how many were to be had, 0 to {@code wanted}
   */
  int take(Budget budget, String address, Instant minute, int limit, int wanted);
}
