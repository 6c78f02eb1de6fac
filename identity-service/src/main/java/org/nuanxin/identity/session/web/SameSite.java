package org.nuanxin.identity.session.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Refuses what another site's page could make a browser send. Behind the cookie's own {@code
 * SameSite=Strict} this is the second door: such a page can neither set our content type or header
 * without asking first, nor hide where it comes from.
 */
final class SameSite {

  static final String CUSTOM_HEADER = "X-Requested-With";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> FINE_SITES = Set.of("same-origin", "same-site", "none");

  private final Set<String> origins;
  private final boolean anyLoopback;

  /**
   * Lets these origins pass.
   *
   * @param anyLoopback also this machine itself, on any port, for the local profile
   */
  SameSite(Set<String> origins, boolean anyLoopback) {
    this.origins = Set.copyOf(origins);
    this.anyLoopback = anyLoopback;
  }

  /**
   * Checks a request that may be made by a cookie alone.
   *
   * @throws ProblemException 403 {@code cross-site}
   */
  void check(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    boolean fine =
        isOurs(request.getHeader(HttpHeaders.ORIGIN))
            && (site == null || FINE_SITES.contains(site))
            && (isJson(request) || request.getHeader(CUSTOM_HEADER) != null);
    if (!fine) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN,
          "cross-site",
          "Only our own pages may do this, with Content-Type application/json or "
              + CUSTOM_HEADER
              + ".");
    }
  }

  private boolean isOurs(@Nullable String origin) {
    if (origin == null || origins.contains(origin)) {
      return true;
    }
    return anyLoopback && isLoopback(origin);
  }

  private static boolean isLoopback(String origin) {
    try {
      String host = URI.create(origin).getHost();
      return host != null && LOOPBACK.contains(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isJson(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
  }
}
