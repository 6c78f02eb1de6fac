package org.nuanxin.benefits.stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nuanxin.benefits.grant.Cancellation;
import org.nuanxin.benefits.grant.GrantId;
import org.nuanxin.benefits.grant.Order;
import org.nuanxin.benefits.grant.Provider;
import org.nuanxin.benefits.grant.Provision;
import org.nuanxin.benefits.grant.WaitingReason;

/**
 * Our own stock as a provider: a gift pack and a film-ticket code for each grant.
 *
 * <p>The pack is claimed first: it can be given back. A code is claimed only for who has a pack,
 * and then shown; who gets none gives the pack back. So nothing is kept for somebody who waits, and
 * no code is wasted.
 */
public final class StockProvider implements Provider {

  private static final Provision SOLD_OUT =
      new Provision.NotNow(WaitingReason.OUT_OF_STOCK, true, false);

  private final Stock stock;
  private final String federation;

  /**
   * @param federation whose stock tells the capacity
   */
  public StockProvider(Stock stock, String federation) {
    this.stock = stock;
    this.federation = federation;
  }

  @Override
  public List<Provision> provide(List<Order> orders) {
    Map<String, List<String>> byFederation =
        orders.stream()
            .collect(
                Collectors.groupingBy(
                    Order::federation,
                    Collectors.mapping(order -> order.id().toString(), Collectors.toList())));
    Map<String, String> codes = new HashMap<>();
    byFederation.forEach((owner, holders) -> {
      Map<String, String> packs = stock.claim(owner, StockKind.GIFT_PACK, holders);
      List<String> withPack = holders.stream().filter(packs::containsKey).toList();
      codes.putAll(stock.claim(owner, StockKind.FILM_TICKET, withPack));
      List<String> withoutCode =
          withPack.stream().filter(holder -> !codes.containsKey(holder)).toList();
      stock.giveBackPacks(withoutCode);
    });
    List<Provision> provisions = new ArrayList<>(orders.size());
    for (Order order : orders) {
      String code = codes.get(order.id().toString());
      provisions.add(code == null ? SOLD_OUT : new Provision.Provided(code));
    }
    return provisions;
  }

  /** The pack goes back; the code was shown, so it stays with the ended grant and is void. */
  @Override
  public Cancellation cancel(Order order) {
    stock.giveBackPacks(List.of(order.id().toString()));
    return Cancellation.TAKEN_BACK;
  }

  @Override
  public int capacity(int most) {
    return (int)
        Math.min(
            most,
            Math.min(
                stock.available(federation, StockKind.GIFT_PACK),
                stock.available(federation, StockKind.FILM_TICKET)));
  }

  @Override
  public boolean isReachable() {
    return true;
  }

  @Override
  public void prepare() {
    capacity(1);
  }

  /** Who has a pack: it is claimed first, so nobody has a code without one. */
  @Override
  public Set<GrantId> holding(List<Order> orders) {
    Set<String> holders =
        stock
            .held(StockKind.GIFT_PACK, orders.stream().map(order -> order.id().toString()).toList())
            .keySet();
    return orders.stream()
        .map(Order::id)
        .filter(id -> holders.contains(id.toString()))
        .collect(Collectors.toSet());
  }

  @Override
  public boolean servesInTurn() {
    return true;
  }
}
