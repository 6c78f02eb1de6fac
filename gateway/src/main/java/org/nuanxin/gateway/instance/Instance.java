package org.nuanxin.gateway.instance;

import java.net.URI;

/**
 * One process of a service. It rests for a moment after it refused a connection: others are asked
 * before it.
 */
public final class Instance {

  private static final long REST_NANOS = 1_000_000_000L;

  private final String base;
  private volatile boolean refused;
  private volatile long refusedAt;

  Instance(String base) {
    URI uri = URI.create(base);
    if (uri.getHost() == null
        || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
      throw new IllegalArgumentException("Not the URL of an instance: " + base);
    }
    this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  /** Its URL without a slash at the end. */
  public String base() {
    return base;
  }

  /** Tells that it took no connection. Returns whether it was well before. */
  public boolean refuse() {
    boolean news = !refused;
    refusedAt = System.nanoTime();
    refused = true;
    return news;
  }

  /** Tells that it answered. Returns whether it had been refusing before. */
  public boolean answer() {
    if (!refused) {
      return false;
    }
    refused = false;
    return true;
  }

  boolean isResting() {
    return refused && System.nanoTime() - refusedAt < REST_NANOS;
  }

  @Override
  public String toString() {
    return base;
  }
}
