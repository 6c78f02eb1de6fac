package org.nuanxin.identity.session.web;

import java.time.Duration;
import org.nuanxin.identity.session.RefreshToken;
import org.springframework.http.ResponseCookie;

/** The cookies that hold a browser's refresh tokens; they are sent to the one path that renews. */
final class SessionCookie {

  static final String WORKERS = "nuanxin_session";
  static final String STAFF = "nuanxin_staff_session";
  static final String PATH = "/api/v1/auth/session";

  private final boolean secure;

  /**
   * Makes cookies.
   *
   * @param secure whether only over TLS; false is for the local profile alone
   */
  SessionCookie(boolean secure) {
    this.secure = secure;
  }

  ResponseCookie holding(BrowserApp app, RefreshToken token, Duration remaining) {
    return cookie(app, token.text(), remaining);
  }

  ResponseCookie cleared(BrowserApp app) {
    return cookie(app, "", Duration.ZERO);
  }

  private ResponseCookie cookie(BrowserApp app, String value, Duration maxAge) {
    return ResponseCookie.from(app.cookie(), value)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Strict")
        .path(PATH)
        .maxAge(maxAge)
        .build();
  }
}
