package org.nuanxin.benefits.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.nuanxin.benefits.grant.Cancellation;
import org.nuanxin.benefits.grant.GrantId;
import org.nuanxin.benefits.grant.Order;
import org.nuanxin.benefits.grant.Provider;
import org.nuanxin.benefits.grant.Provision;
import org.nuanxin.benefits.grant.WaitingReason;
import org.nuanxin.benefits.parallel.Parallel;
import org.nuanxin.benefits.programme.Validity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A provider that books over HTTP, behind its circuit breaker.
 *
 * <p>Each call has a time limit and so has each batch; a call that failed fast is repeated once
 * after a short, random pause; one that timed out is not, because it may have taken effect: then
 * the provider is asked by key before anything is sent again. While the circuit is open, orders are
 * answered at once with {@link Provision.NotNow}.
 */
final class BookingProvider implements Provider {

  private static final int PREPARING_CALLS = 128;
  private static final Logger log = LoggerFactory.getLogger(BookingProvider.class);
  private static final Provision SHIELDED = notNow(false, false);
  private static final String CANCELLED = "CANCELLED_BY_PROVIDER";
  private static final String REFUSED = "REFUSED_BY_PROVIDER";

  /** How a call failed: whether it may have taken effect, and whether to try at once again. */
  private record Failure(boolean unsure, boolean fast) {}

  private interface Call {
    BookingCalls.Answer run() throws IOException, InterruptedException;
  }

  private final BookingCalls calls;
  private final CircuitBreaker breaker;
  private final ProviderSettings settings;
  private final Timer succeeded;
  private final Timer failed;

  BookingProvider(
      BookingCalls calls, CircuitBreaker breaker, ProviderSettings settings, MeterRegistry meters) {
    this.calls = calls;
    this.breaker = breaker;
    this.settings = settings;
    String name = breaker.getName();
    succeeded = meters.timer("nuanxin.provider.calls", "provider", name, "outcome", "answered");
    failed = meters.timer("nuanxin.provider.calls", "provider", name, "outcome", "failed");
  }

  @Override
  public List<Provision> provide(List<Order> orders) {
    Provision[] outcomes = new Provision[orders.size()];
    long end = System.nanoTime() + settings.batchTimeout().toNanos();
    Parallel.each(
        orders.size(),
        settings.parallel(),
        i -> outcomes[i] = System.nanoTime() - end > 0 ? SHIELDED : provide(orders.get(i)));
    return Arrays.asList(outcomes);
  }

  private Provision provide(Order order) {
    return order.unsure() ? lookUpAndBook(order) : book(order);
  }

  private Provision lookUpAndBook(Order order) {
    return switch (attempt(() -> calls.find(order), BookingProvider::tellsOfKey)) {
      // Whoever says so: booking again is safe, and a gateway that hides the provider fails it.
      case Answered(BookingCalls.Answer answer) when answer.status() == 404 -> book(order);
      case Answered(BookingCalls.Answer answer) -> judged(answer);
      case Failed(Failure failure) -> notNow(true, true);
      case Shielded shielded -> notNow(false, true);
    };
  }

  private Provision book(Order order) {
    boolean unsure = false;
    for (int attempt = 0; ; attempt++) {
      switch (attempt(() -> calls.book(order), BookingProvider::decides)) {
        case Answered(BookingCalls.Answer answer) -> {
          return judged(answer);
        }
        case Shielded shielded -> {
          return notNow(attempt > 0, unsure);
        }
        case Failed(Failure failure) -> {
          unsure |= failure.unsure();
          if (attempt > 0 || !failure.fast() || !pause()) {
            return notNow(true, unsure);
          }
        }
      }
    }
  }

  private static Provision judged(BookingCalls.Answer answer) {
    if (answer.cancelled()) {
      return new Provision.Refused(CANCELLED);
    }
    return answer.number() == null
        ? new Provision.Refused(REFUSED)
        : new Provision.Provided(answer.number());
  }

  private static boolean decides(BookingCalls.Answer answer) {
    return answer.isBooking() || answer.isRefusal();
  }

  private static boolean tellsOfKey(BookingCalls.Answer answer) {
    return answer.isBooking() || answer.status() == 404;
  }

  private static boolean tellsOfCancelling(BookingCalls.Answer answer) {
    return answer.isSuccess() || answer.isNothingThere();
  }

  @Override
  public Cancellation cancel(Order order) {
    return attempt(() -> calls.cancel(order), BookingProvider::tellsOfCancelling)
            instanceof Answered(BookingCalls.Answer answer)
        ? answer.isSuccess() ? Cancellation.TAKEN_BACK : Cancellation.NOTHING_THERE
        : Cancellation.NOT_NOW;
  }

  private sealed interface Attempt {}

  private record Answered(BookingCalls.Answer answer) implements Attempt {}

  private record Failed(Failure failure) implements Attempt {}

  private record Shielded() implements Attempt {}

  /**
   * One call through the breaker. An answer counts if the provider itself has said yes or no; all
   * else, such as a gateway's 404 or a 401 after a key was changed, is a failure for later.
   */
  private Attempt attempt(Call call, Predicate<BookingCalls.Answer> counts) {
    if (!breaker.tryAcquirePermission()) {
      return new Shielded();
    }
    long start = System.nanoTime();
    try {
      BookingCalls.Answer answer = call.run();
      long took = System.nanoTime() - start;
      if (!counts.test(answer)) {
        return failed(took, new IOException("status " + answer.status()), new Failure(true, true));
      }
      breaker.onSuccess(took, TimeUnit.NANOSECONDS);
      succeeded.record(took, TimeUnit.NANOSECONDS);
      return new Answered(answer);
    } catch (IOException e) {
      boolean timedOut = e instanceof HttpTimeoutException;
      return failed(
          System.nanoTime() - start, e, new Failure(!(e instanceof ConnectException), !timedOut));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(System.nanoTime() - start, e, new Failure(true, false));
    }
  }

  private Failed failed(long took, Exception why, Failure failure) {
    breaker.onError(took, TimeUnit.NANOSECONDS, why);
    failed.record(took, TimeUnit.NANOSECONDS);
    return new Failed(failure);
  }

  /** False when this thread is to end. */
  private static boolean pause() {
    try {
      Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextInt(20, 80)));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
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

  private static Provision notNow(boolean tried, boolean unsure) {
    return new Provision.NotNow(WaitingReason.PROVIDER_UNAVAILABLE, tried, unsure);
  }
}
