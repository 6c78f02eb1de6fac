package org.nuanxin.benefits.provider;

import java.util.concurrent.ThreadLocalRandom;
import org.nuanxin.benefits.grant.Order;
import org.nuanxin.benefits.grant.Provision;
import org.nuanxin.benefits.grant.WaitingReason;
import org.nuanxin.benefits.provider.ShieldedCalls.Answered;
import org.nuanxin.benefits.provider.ShieldedCalls.Failed;
import org.nuanxin.benefits.provider.ShieldedCalls.Shielded;

/**
 * Places orders one by one. A call that failed fast is repeated once after a short, random pause;
 * one that timed out is not, because it may have taken effect: then the provider is asked by key
 * before anything is sent again.
 */
final class SingleOrders {

  private static final String CANCELLED = "CANCELLED_BY_PROVIDER";
  private static final String REFUSED = "REFUSED_BY_PROVIDER";

  private final BookingCalls calls;
  private final ShieldedCalls shielded;

  SingleOrders(BookingCalls calls, ShieldedCalls shielded) {
    this.calls = calls;
    this.shielded = shielded;
  }

  /**
   * Places one order.
   *
   * @param end {@link System#nanoTime} after which none is begun
   */
  Provision place(Order order, long end) {
    if (System.nanoTime() - end > 0) {
      return notNow(false, order.unsure());
    }
    return order.unsure() ? lookUpAndBook(order) : book(order);
  }

  private Provision lookUpAndBook(Order order) {
    return switch (shielded.attempt(() -> calls.find(order), 1, Answer::tellsOfKey)) {
      // Whoever says so: booking again is safe, and a gateway that hides the provider fails it.
      case Answered<Answer>(Answer answer) when answer.status() == 404 -> book(order);
      case Answered<Answer>(Answer answer) -> judged(answer);
      case Failed<Answer> failure -> notNow(true, true);
      case Shielded<Answer> open -> notNow(false, true);
    };
  }

  private Provision book(Order order) {
    boolean unsure = false;
    for (int attempt = 0; ; attempt++) {
      switch (shielded.attempt(() -> calls.book(order), 1, Answer::isDecision)) {
        case Answered<Answer>(Answer answer) -> {
          return judged(answer);
        }
        case Shielded<Answer> open -> {
          return notNow(attempt > 0, unsure);
        }
        case Failed<Answer> failure -> {
          unsure |= failure.unsure();
          if (attempt > 0 || !failure.fast() || !pause()) {
            return notNow(true, unsure);
          }
        }
      }
    }
  }

  /** What an answer that settles an order means for it. */
  static Provision judged(Answer answer) {
    if (answer.cancelled()) {
      return new Provision.Refused(CANCELLED);
    }
    return answer.number() == null
        ? new Provision.Refused(REFUSED)
        : new Provision.Provided(answer.number());
  }

  static Provision notNow(boolean tried, boolean unsure) {
    return new Provision.NotNow(WaitingReason.PROVIDER_UNAVAILABLE, tried, unsure);
  }

  /** Before a second try; false when this thread is to end. */
  static boolean pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(20, 80));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
