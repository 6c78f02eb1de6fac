package org.nuanxin.gateway.rule;

import org.springframework.http.HttpMethod;

/**
 * One row of the table.
 *
 * @param pattern a path; ending in {@code /**}, with everything below it; with {@code *} for a
 *     segment, with any one segment in that place
 * @param service who answers; {@link Services#GATEWAY} for the gateway's own, {@link Services#WEB}
 *     for the front ends
 * @param reading who may GET and HEAD, and OPTIONS where there is anything else
 * @param writing who may do anything else
 */
public record Rule(String pattern, String service, Audience reading, Audience writing) {

  private static final String SUBTREE = "/**";
  private static final String ANY_SEGMENT = "/*/";

  /** Whether the row is about this path. */
  public boolean covers(String path) {
    if (!pattern.endsWith(SUBTREE)) {
      int segment = pattern.indexOf(ANY_SEGMENT);
      return segment < 0 ? path.equals(pattern) : coversAround(segment + 1, path);
    }
    int length = pattern.length() - SUBTREE.length();
    return path.regionMatches(0, pattern, 0, length)
        && (path.length() == length || path.charAt(length) == '/');
  }

  /** Whether the row has more than one path. */
  boolean isOpen() {
    return pattern.endsWith(SUBTREE) || pattern.contains(ANY_SEGMENT);
  }

  private boolean coversAround(int star, String path) {
    String rest = pattern.substring(star + 1);
    int end = path.indexOf('/', star);
    return end > star
        && path.regionMatches(0, pattern, 0, star)
        && path.length() - end == rest.length()
        && path.endsWith(rest);
  }

  /** Who may use this method here. */
  public Audience audience(HttpMethod method) {
    if (method == HttpMethod.OPTIONS) {
      return writing == Audience.NOBODY ? Audience.NOBODY : reading;
    }
    return method == HttpMethod.GET || method == HttpMethod.HEAD ? reading : writing;
  }
}
