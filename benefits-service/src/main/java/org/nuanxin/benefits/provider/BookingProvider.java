package org.nuanxin.benefits.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.nuanxin.benefits.grant.Cancellation;
import org.nuanxin.benefits.grant.GrantId;
import org.nuanxin.benefits.grant.Order;
import org.nuanxin.benefits.grant.Provider;
import org.nuanxin.benefits.grant.Provision;
import org.nuanxin.benefits.parallel.Parallel;
import org.nuanxin.benefits.programme.Validity;
import org.nuanxin.kit.bundle.Bundles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider that books over HTTP, behind its circuit breaker. Each call has a time limit and so
 * has each batch. Orders go together in one call where the provider takes that (ADR 13); while the
 * circuit is being tried they go one by one, and while it is open they are answered at once with
 * {@link Provision.NotNow}.
 */
final class BookingProvider implements Provider {

  private static final int PREPARING_CALLS = 128;
  private static final Logger log = LoggerFactory.getLogger(BookingProvider.class);

  private final BookingCalls calls;
  private final CircuitBreaker breaker;
  private final ProviderSettings settings;
  private final ShieldedCalls shielded;
  private final SingleOrders singly;

  BookingProvider(
      BookingCalls calls, CircuitBreaker breaker, ProviderSettings settings, MeterRegistry meters) {
    this.calls = calls;
    this.breaker = breaker;
    this.settings = settings;
    this.shielded = new ShieldedCalls(breaker, meters);
    this.singly = new SingleOrders(calls, shielded);
  }

  @Override
  public List<Provision> provide(List<Order> orders) {
    Provision[] outcomes = new Provision[orders.size()];
    long end = System.nanoTime() + settings.batchTimeout().toNanos();
    List<List<Integer>> placesOfCalls = placesOfCalls(orders);
    Parallel.each(
        placesOfCalls.size(),
        settings.parallel(),
        call -> {
          List<Integer> places = placesOfCalls.get(call);
          List<Order> together = places.stream().map(orders::get).toList();
          List<Provision> provisions =
              together.size() == 1
                  ? List.of(singly.place(together.getFirst(), end))
                  : new Bundle(calls, shielded, singly, settings.parallel(), together, end).place();
          for (int i = 0; i < places.size(); i++) {
            outcomes[places.get(i)] = provisions.get(i);
          }
        });
    return Arrays.asList(outcomes);
  }

  /** Which orders, by their places, share a call. One that is unsure has calls of its own. */
  private List<List<Integer>> placesOfCalls(List<Order> orders) {
    int most = breaker.getState() == CircuitBreaker.State.CLOSED ? settings.bundle() : 1;
    List<Integer> places = IntStream.range(0, orders.size()).boxed().toList();
    return Bundles.of(places, place -> orders.get(place).unsure(), most);
  }

  @Override
  public Cancellation cancel(Order order) {
    return shielded.attempt(() -> calls.cancel(order), 1, Answer::tellsOfCancelling)
            instanceof ShieldedCalls.Answered<Answer>(Answer answer)
        ? answer.isSuccess() ? Cancellation.TAKEN_BACK : Cancellation.NOTHING_THERE
        : Cancellation.NOT_NOW;
  }

  @Override
  public int capacity(int most) {
    return switch (breaker.getState()) {
      case OPEN, FORCED_OPEN -> 0;
      case HALF_OPEN ->
          Math.min(
              most, breaker.getCircuitBreakerConfig().getPermittedNumberOfCallsInHalfOpenState());
      case CLOSED, DISABLED, METRICS_ONLY -> most;
    };
  }

  @Override
  public boolean isReachable() {
    return capacity(1) > 0;
  }

  /**
   * Asks for bookings that are not there, past the breaker: a cold start is no sign of an outage.
   */
  @Override
  public void prepare() {
    Order nothing =
        new Order(new GrantId("warm-up", breaker.getName(), "none"), "", Validity.UNBOUNDED, false);
    Parallel.each(
        PREPARING_CALLS,
        settings.parallel(),
        i -> {
          try {
            calls.find(nothing);
          } catch (IOException e) {
            log.debug("The provider did not answer while preparing", e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Nobody waits in turn here, so nobody comes before. */
  @Override
  public Set<GrantId> holding(List<Order> orders) {
    return Set.of();
  }

  @Override
  public boolean servesInTurn() {
    return false;
  }
}
