package org.nuanxin.notification.sms.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.List;
import org.nuanxin.kit.http.RecentCalls;
import org.nuanxin.kit.ops.ProviderWatch;
import org.nuanxin.notification.sms.SmsQueue;

/** How the SMS provider does, and the SMS that wait for it. */
final class SmsWatch implements ProviderWatch {

  private final CircuitBreaker breaker;
  private final RecentCalls calls;
  private final SmsQueue queue;

  SmsWatch(CircuitBreaker breaker, RecentCalls calls, SmsQueue queue) {
    this.breaker = breaker;
    this.calls = calls;
    this.queue = queue;
  }

  @Override
  public List<Provider> providers() {
    return List.of(new Provider(breaker.getName(), state()));
  }

  /** As long as the breaker leaves the provider alone there are no calls to judge it by. */
  private State state() {
    return breaker.getState() == CircuitBreaker.State.CLOSED ? calls.state() : State.DOWN;
  }

  @Override
  public long waiting() {
    return queue.waiting();
  }
}
