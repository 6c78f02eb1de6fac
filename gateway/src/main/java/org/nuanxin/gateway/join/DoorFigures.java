package org.nuanxin.gateway.join;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.Map;
import org.nuanxin.gateway.join.Flow.Http;

/** How many calls came in by this gateway, by the service that answers them. */
final class DoorFigures {

  private static final String CALLS = "http.server.requests";

  private final MeterRegistry registry;

  DoorFigures(MeterRegistry registry) {
    this.registry = registry;
  }

  Map<String, Http> now() {
    Map<String, Http> calls = new HashMap<>();
    for (Timer timer : registry.find(CALLS).timers()) {
      String service = timer.getId().getTag("target");
      if (service != null) {
        long errors = "SERVER_ERROR".equals(timer.getId().getTag("outcome")) ? timer.count() : 0;
        calls.merge(service, new Http(timer.count(), errors), DoorFigures::sum);
      }
    }
    return calls;
  }

  static Http sum(Http one, Http other) {
    return new Http(one.requests() + other.requests(), one.errors() + other.errors());
  }
}
