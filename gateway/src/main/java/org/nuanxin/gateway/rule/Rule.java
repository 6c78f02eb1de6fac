package org.nuanxin.gateway.rule;

import org.springframework.http.HttpMethod;

/**
 * One row of the table.
 *
 * @param pattern a path, or a path with everything below it when it ends in {@code /**}
 * @param service who answers; {@link Services#GATEWAY} for the gateway's own
 * @param reading who may GET and HEAD, and OPTIONS where there is anything else
 * @param writing who may do anything else
 */
public record Rule(String pattern, String service, Audience reading, Audience writing) {

  private static final String SUBTREE = "/**";

  /** Whether the row is about this path. */
  public boolean covers(String path) {
    if (!pattern.endsWith(SUBTREE)) {
      return path.equals(pattern);
    }
    int length = pattern.length() - SUBTREE.length();
    return path.regionMatches(0, pattern, 0, length)
        && (path.length() == length || path.charAt(length) == '/');
  }

  /** Who may use this method here. */
  public Audience audience(HttpMethod method) {
    if (method == HttpMethod.OPTIONS) {
      return writing == Audience.NOBODY ? Audience.NOBODY : reading;
    }
    return method == HttpMethod.GET || method == HttpMethod.HEAD ? reading : writing;
  }
}
