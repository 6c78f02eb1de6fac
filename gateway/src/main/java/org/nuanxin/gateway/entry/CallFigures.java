package org.nuanxin.gateway.entry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nuanxin.gateway.rule.Rule;
import org.nuanxin.gateway.visit.Visit;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;

/**
 * Times every call as {@code http.server.requests}, by row of the table, so that no caller can make
 * up new series. Recorded directly: of what an observation of every call brings, only its timer is
 * wanted here.
 */
final class CallFigures {

  private final MeterRegistry registry;
  private final ConcurrentMap<Key, Timer> timers = new ConcurrentHashMap<>();

  CallFigures(MeterRegistry registry) {
    this.registry = registry;
  }

  void record(ServerWebExchange exchange, Visit visit) {
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    Key key =
        new Key(
            visit.rule(), exchange.getRequest().getMethod(), status == null ? 0 : status.value());
    Timer timer = timers.get(key);
    if (timer == null) {
      timer = timers.computeIfAbsent(key, this::timer);
    }
    timer.record(System.nanoTime() - visit.startedAt(), TimeUnit.NANOSECONDS);
  }

  private Timer timer(Key key) {
    Rule rule = key.rule();
    return Timer.builder("http.server.requests")
        .description("Calls from outside, by row of the gateway's table")
        .tag("method", key.method().name())
        .tag("uri", rule == null ? "UNKNOWN" : rule.pattern())
        .tag("target", rule == null ? "none" : rule.service())
        .tag("status", key.status() == 0 ? "CLIENT_GONE" : Integer.toString(key.status()))
        .tag("outcome", outcome(key.status()))
        .register(registry);
  }

  private static String outcome(int status) {
    return switch (status / 100) {
      case 1 -> "INFORMATIONAL";
      case 2 -> "SUCCESS";
      case 3 -> "REDIRECTION";
      case 4 -> "CLIENT_ERROR";
      case 5 -> "SERVER_ERROR";
      default -> "UNKNOWN";
    };
  }

  /** The entry filter lets only the usual methods come this far. */
  private record Key(@Nullable Rule rule, HttpMethod method, int status) {}
}
