package org.nuanxin.benefits.provider;

import java.util.List;
import org.nuanxin.kit.bundle.BundleItem;

/**
 * What a provider says of a bundle of orders.
 *
 * @param orders one answer for each order, in their order; empty where it says nothing of them
 */
record BundleAnswer(int status, List<Answer> orders) {

  /** Copies the list. */
  BundleAnswer {
    orders = List.copyOf(orders);
  }

  /** Whether the same orders may be taken one by one. */
  boolean isRefusedAsBundle() {
    return BundleItem.isRefusedAsBundle(status);
  }

  /** Whether the provider is at work: the bundle is refused as such, or half of it is settled. */
  boolean tellsOfOrders() {
    return isRefusedAsBundle()
        || (!orders.isEmpty()
            && 2 * orders.stream().filter(Answer::isDecision).count() >= orders.size());
  }
}
