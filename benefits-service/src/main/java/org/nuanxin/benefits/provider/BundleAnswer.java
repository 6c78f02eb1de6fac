package org.nuanxin.benefits.provider;

import java.util.List;
import java.util.Set;

/**
 * What a provider says of a bundle of orders.
 *
 * @param orders one answer for each order, in their order; empty where it says nothing of them
 */
record BundleAnswer(int status, List<Answer> orders) {

  /** No such path, no such method, too long, not understood: it is about the bundle as such. */
  private static final Set<Integer> NOT_IN_A_BUNDLE = Set.of(400, 404, 405, 413, 415, 422, 501);

  /** Copies the list. */
  BundleAnswer {
    orders = List.copyOf(orders);
  }

  /** Whether the same orders may be taken one by one. */
  boolean isRefusedAsBundle() {
    return NOT_IN_A_BUNDLE.contains(status);
  }

  /** Whether the provider is at work: the bundle is refused as such, or half of it is settled. */
  boolean tellsOfOrders() {
    return isRefusedAsBundle()
        || (!orders.isEmpty()
            && 2 * orders.stream().filter(Answer::isDecision).count() >= orders.size());
  }
}
