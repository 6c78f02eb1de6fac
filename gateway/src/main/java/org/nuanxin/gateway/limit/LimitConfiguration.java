package org.nuanxin.gateway.limit;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.nuanxin.gateway.rule.Services;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limits as configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {

  @Bean
  RateLimits rateLimits(LimitSettings settings) {
    return new RateLimits(settings.rateLimit(), TimeMeter.SYSTEM_NANOTIME);
  }

  @Bean
  BodyPlaces bodyPlaces(LimitSettings settings) {
    return new BodyPlaces(
        settings.unfinishedBodies().perClient(), settings.unfinishedBodies().inAll());
  }

  @Bean
  Bodies bodies(LimitSettings settings, BodyPlaces places) {
    return new Bodies(
        Math.toIntExact(settings.bodyLimit().toBytes()),
        settings.unfinishedBodies().patience(),
        places);
  }

  @Bean
  MeterBinder bodyFigures(BodyPlaces places) {
    return registry ->
        Gauge.builder("gateway.unfinished.bodies", places, BodyPlaces::taken)
            .description("Bodies of requests that have not arrived whole")
            .register(registry);
  }

  @Bean
  Bulkheads bulkheads(LimitSettings settings) {
    return new Bulkheads(settings.concurrency(), settings.streams());
  }

  @Bean
  MeterBinder bulkheadFigures(Bulkheads bulkheads) {
    return registry -> {
      for (String service : Services.BEHIND) {
        gauge(registry, "call", service, bulkheads.calls(service));
        gauge(registry, "stream", service, bulkheads.streams(service));
      }
    };
  }

  private static void gauge(MeterRegistry registry, String kind, String service, Bulkhead of) {
    Gauge.builder("gateway.open", of, Bulkhead::open)
        .description("Calls and streams a service has open")
        .tag("target", service)
        .tag("kind", kind)
        .register(registry);
  }
}
