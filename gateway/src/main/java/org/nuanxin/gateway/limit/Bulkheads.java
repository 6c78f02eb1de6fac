package org.nuanxin.gateway.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.nuanxin.gateway.rule.Services;

/** The bulkheads of each service: one for calls, one for streams. */
public final class Bulkheads {

  private final Map<String, Bulkhead> calls = new HashMap<>();
  private final Map<String, Bulkhead> streams = new HashMap<>();

  Bulkheads(int concurrency, int streams) {
    for (String service : Services.BEHIND) {
      this.calls.put(service, new Bulkhead(concurrency));
      this.streams.put(service, new Bulkhead(streams));
    }
  }

  /** Of a service's calls. */
  public Bulkhead calls(String service) {
    return Objects.requireNonNull(calls.get(service), service);
  }

  /** Of a service's streams. */
  public Bulkhead streams(String service) {
    return Objects.requireNonNull(streams.get(service), service);
  }
}
