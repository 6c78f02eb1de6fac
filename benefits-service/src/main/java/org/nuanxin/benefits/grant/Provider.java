package org.nuanxin.benefits.grant;

import java.util.List;
import java.util.Set;

/**
 * Who gives what a programme promises: an insurer, a clinic, or our own stock.
 *
 * <p>Contract: an order is an intent under its grant's id. Ordering again under the same id, from
 * wherever and however often, gives the same thing and takes effect once.
 */
public interface Provider {

  /**
   * Asks for a batch, a bounded number in parallel and within a bounded time. Never throws because
   * the provider is down, slow or shielded: that is an outcome.
   *
   * @return one outcome for each order, in the same order
   */
  List<Provision> provide(List<Order> orders);

  /** Takes back what was given under a grant's id, if anything was. */
  Cancellation cancel(Order order);

  /** How many orders it is worth to place now, at most; 0 while shielded or sold out. */
  int capacity(int most);

  /** Whether {@link #cancel} is worth a try now. */
  boolean isReachable();

  /** Opens connections and loads code before the first order; changes nothing, and may fail. */
  void prepare();

  /**
   * Those of these orders that were given something already, as by a caller that crashed before it
   * could say so. They have had their turn: ordering again completes what they hold. Asked only
   * where {@link #servesInTurn}.
   */
  Set<GrantId> holding(List<Order> orders);

  /** Whether those who wait come before those who come: so it is where supply is counted. */
  boolean servesInTurn();
}
