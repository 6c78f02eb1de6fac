package org.nuanxin.identity.session.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.nuanxin.identity.session.Opened;
import org.nuanxin.identity.session.RefreshToken;
import org.nuanxin.identity.session.Sessions;
import org.nuanxin.identity.token.AccessToken;
import org.nuanxin.identity.token.AccessTokens;
import org.nuanxin.kit.web.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sessions for browsers: the refresh token is in a cookie that no script can read, the access token
 * in the page's memory.
 */
@RestController
class SessionController {

  record SessionAnswer(String accessToken, String tokenType, long expiresIn) {}

  private final SignIn signIn;
  private final AccessTokens accessTokens;
  private final Sessions sessions;
  private final SameSite sameSite;
  private final SessionCookie cookie;

  SessionController(
      SignIn signIn,
      AccessTokens accessTokens,
      Sessions sessions,
      SameSite sameSite,
      SessionCookie cookie) {
    this.signIn = signIn;
    this.accessTokens = accessTokens;
    this.sessions = sessions;
    this.sameSite = sameSite;
    this.cookie = cookie;
  }

  /** Begins a session with credentials in the body, or renews the cookie's with none. */
  @PostMapping(SessionCookie.PATH)
  ResponseEntity<SessionAnswer> begin(
      @RequestBody(required = false) @Nullable TokenRequest body,
      @CookieValue(name = SessionCookie.NAME, required = false) @Nullable String token,
      HttpServletRequest request) {
    sameSite.check(request);
    Opened opened = signIn.with(credentials(body, token), request);
    AccessToken access = accessTokens.of(opened.person());
    ResponseCookie set = cookie.holding(opened.refreshToken(), opened.remaining());
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, set.toString())
        .cacheControl(CacheControl.noStore())
        .body(new SessionAnswer(access.text(), "Bearer", access.validity().toSeconds()));
  }

  /** Signs out. */
  @DeleteMapping(SessionCookie.PATH)
  ResponseEntity<Void> end(
      @CookieValue(name = SessionCookie.NAME, required = false) @Nullable String token,
      HttpServletRequest request) {
    sameSite.check(request);
    if (token != null) {
      RefreshToken.parse(token).ifPresent(each -> sessions.end(each.sessionId()));
    }
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, cookie.cleared().toString())
        .build();
  }

  private static Credentials credentials(@Nullable TokenRequest body, @Nullable String token) {
    if (body == null || body.isEmpty()) {
      if (token == null) {
        throw SignIn.refused();
      }
      return new Credentials.Refresh(token);
    }
    return switch (body.credentials()) {
      case Credentials.Refresh refresh ->
          throw ProblemException.invalid(
              "refreshToken", "NOT_ALLOWED", "is kept in the cookie here");
      case Credentials.Code code -> code;
      case Credentials.Password password -> password;
    };
  }
}
