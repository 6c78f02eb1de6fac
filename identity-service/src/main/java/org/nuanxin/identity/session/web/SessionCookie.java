package org.nuanxin.identity.session.web;

import java.time.Duration;
import org.nuanxin.identity.session.RefreshToken;
import org.springframework.http.ResponseCookie;

/** The cookie that holds a browser's refresh token; it is sent to the one path that renews. */
final class SessionCookie {

  static final String NAME = "nuanxin_session";
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

  ResponseCookie holding(RefreshToken token, Duration remaining) {
    return cookie(token.text(), remaining);
  }

  ResponseCookie cleared() {
    return cookie("", Duration.ZERO);
  }

  private ResponseCookie cookie(String value, Duration maxAge) {
    return ResponseCookie.from(NAME, value)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Strict")
        .path(PATH)
        .maxAge(maxAge)
        .build();
  }
}
