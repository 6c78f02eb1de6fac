package org.nuanxin.benefits.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benefits.grant.Order;
import org.nuanxin.benefits.grant.Provision;
import org.nuanxin.benefits.parallel.Parallel;
import org.nuanxin.benefits.provider.ShieldedCalls.Answered;
import org.nuanxin.benefits.provider.ShieldedCalls.Failed;
import org.nuanxin.benefits.provider.ShieldedCalls.Shielded;

/**
 * Several orders placed in one call. Each is settled by its own answer, so one that is refused or
 * fails stops no other; what the provider leaves open is asked for once more, and the rest is for
 * later. An answer that is lost leaves them all unsure, as it does one.
 */
final class Bundle {

  private final BookingCalls calls;
  private final ShieldedCalls shielded;
  private final SingleOrders singly;
  private final int parallel;
  private final List<Order> orders;
  private final long end;

  private final @Nullable Provision[] settled;
  private List<Integer> open;
  private boolean tried;
  private boolean unsure;

  /**
   * Of these orders, none of them unsure.
   *
   * @param singly for a provider that takes them, but not together
   * @param parallel how many at once then
   * @param end {@link System#nanoTime} after which no call begins
   */
  Bundle(
      BookingCalls calls,
      ShieldedCalls shielded,
      SingleOrders singly,
      int parallel,
      List<Order> orders,
      long end) {
    this.calls = calls;
    this.shielded = shielded;
    this.singly = singly;
    this.parallel = parallel;
    this.orders = orders;
    this.end = end;
    this.settled = new Provision[orders.size()];
    this.open = IntStream.range(0, orders.size()).boxed().toList();
  }

  /** Places them. */
  List<Provision> place() {
    boolean again = ask();
    if (again && !open.isEmpty() && SingleOrders.pause()) {
      ask();
    }
    Provision rest = SingleOrders.notNow(tried, unsure);
    open.forEach(place -> settled[place] = rest);
    return Stream.of(settled).map(Objects::requireNonNull).toList();
  }

  /** Asks for what is open, and says whether it is worth a second try. */
  private boolean ask() {
    if (System.nanoTime() - end > 0) {
      return false;
    }
    List<Order> asked = open.stream().map(orders::get).toList();
    return switch (shielded.attempt(
        () -> calls.bookAll(asked), asked.size(), BundleAnswer::tellsOfOrders)) {
      case Answered<BundleAnswer>(BundleAnswer answer) when answer.isRefusedAsBundle() -> {
        placeSingly();
        yield false;
      }
      case Answered<BundleAnswer>(BundleAnswer answer) -> {
        settle(answer.orders());
        yield true;
      }
      case Failed<BundleAnswer> failure -> {
        tried = true;
        unsure |= failure.unsure();
        yield failure.fast();
      }
      case Shielded<BundleAnswer> none -> false;
    };
  }

  private void placeSingly() {
    List<Integer> places = open;
    open = List.of();
    Parallel.each(
        places.size(),
        parallel,
        i -> {
          int place = places.get(i);
          settled[place] = unsureAsBefore(singly.place(orders.get(place), end));
        });
  }

  /** What an earlier call may have booked stays unsure where a later one was not made. */
  private Provision unsureAsBefore(Provision provision) {
    return provision instanceof Provision.NotNow && unsure
        ? SingleOrders.notNow(true, true)
        : provision;
  }

  private void settle(List<Answer> answers) {
    List<Integer> still = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).isDecision()) {
        settled[open.get(i)] = SingleOrders.judged(answers.get(i));
      } else {
        still.add(open.get(i));
      }
    }
    open = still;
    tried = true;
    unsure = true;
  }
}
