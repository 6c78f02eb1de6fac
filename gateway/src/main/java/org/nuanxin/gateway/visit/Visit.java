package org.nuanxin.gateway.visit;

import java.net.InetAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.gateway.rule.Rule;
import org.springframework.web.server.ServerWebExchange;

/**
 * One call on its way through.
 *
 * @param requestId correlation id
 * @param trace trace context
 * @param address where it comes from
 * @param path as sent, still escaped, and the same to every service
 * @param rule what the table says of the path; null when there is nothing
 * @param startedAt {@link System#nanoTime()}
 */
public record Visit(
    String requestId,
    Traceparent trace,
    InetAddress address,
    String path,
    @Nullable Rule rule,
    long startedAt) {

  private static final String ATTRIBUTE = Visit.class.getName();
  private static final String STREAM = "/stream";

  /** The visit of this exchange; null on the management port, where there are none. */
  public static @Nullable Visit find(ServerWebExchange exchange) {
    return exchange.getAttribute(ATTRIBUTE);
  }

  /** The visit of this exchange. */
  public static Visit of(ServerWebExchange exchange) {
    return Objects.requireNonNull(find(exchange), "Not entered by the front door");
  }

  void attachTo(ServerWebExchange exchange) {
    exchange.getAttributes().put(ATTRIBUTE, this);
  }

  /** The service that answers. */
  public String service() {
    return Objects.requireNonNull(rule, "Nothing answers here").service();
  }

  /** Whether the answer goes on for as long as the caller listens. */
  public boolean isStream() {
    return path.endsWith(STREAM);
  }
}
