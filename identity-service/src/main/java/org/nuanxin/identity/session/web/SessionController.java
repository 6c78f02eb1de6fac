package org.nuanxin.identity.session.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.nuanxin.identity.session.Opened;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sessions for browsers: the refresh token is in a cookie that no script can read, the access token
 * in the page's memory.
 */
@RestController
class SessionController {

  record SessionAnswer(String accessToken, String tokenType, long expiresIn) {}

  private final SignIn signIn;
  private final SignOut signOut;
  private final AccessTokens accessTokens;
  private final Sessions sessions;
  private final SameSite sameSite;
  private final SessionCookie cookie;

  SessionController(
      SignIn signIn,
      SignOut signOut,
      AccessTokens accessTokens,
      Sessions sessions,
      SameSite sameSite,
      SessionCookie cookie) {
    this.signIn = signIn;
    this.signOut = signOut;
    this.accessTokens = accessTokens;
    this.sessions = sessions;
    this.sameSite = sameSite;
    this.cookie = cookie;
  }

  /**
   * Begins a session with credentials in the body, or renews that of the app's cookie with none.
   */
  @PostMapping(SessionCookie.PATH)
  ResponseEntity<SessionAnswer> begin(
      @RequestBody(required = false) @Nullable TokenRequest body,
      @RequestHeader(name = SameSite.CUSTOM_HEADER, required = false) @Nullable String says,
      @CookieValue(name = SessionCookie.WORKERS, required = false) @Nullable String worker,
      @CookieValue(name = SessionCookie.STAFF, required = false) @Nullable String staff,
      HttpServletRequest request) {
    sameSite.check(request);
    BrowserApp asking = BrowserApp.saying(says);
    Credentials credentials = credentials(body, tokenOf(asking, worker, staff));
    Opened opened = signIn.with(credentials, request);
    BrowserApp app = BrowserApp.of(opened.person());
    if (credentials instanceof Credentials.Refresh && app != asking) {
      throw misplaced(opened, asking);
    }
    AccessToken access = accessTokens.of(opened.person());
    ResponseCookie set = cookie.holding(app, opened.refreshToken(), opened.remaining());
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, set.toString())
        .cacheControl(CacheControl.noStore())
        .body(new SessionAnswer(access.text(), "Bearer", access.validity().toSeconds()));
  }

  /** Signs out of the app. */
  @DeleteMapping(SessionCookie.PATH)
  ResponseEntity<Void> end(
      @RequestHeader(name = SameSite.CUSTOM_HEADER, required = false) @Nullable String says,
      @CookieValue(name = SessionCookie.WORKERS, required = false) @Nullable String worker,
      @CookieValue(name = SessionCookie.STAFF, required = false) @Nullable String staff,
      HttpServletRequest request) {
    sameSite.check(request);
    BrowserApp asking = BrowserApp.saying(says);
    String token = tokenOf(asking, worker, staff);
    if (token != null) {
      signOut.with(token);
    }
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, cookie.cleared(asking).toString())
        .build();
  }

  private static @Nullable String tokenOf(
      BrowserApp app, @Nullable String worker, @Nullable String staff) {
    return switch (app) {
      case WORKERS -> worker;
      case CONSOLE -> staff;
    };
  }

  /**
   * Staff's session in the workers' cookie is from before there were two. Nothing leads from there
   * to the console, so it ends instead of living on out of reach.
   */
  private ProblemException misplaced(Opened opened, BrowserApp where) {
    sessions.end(opened.refreshToken().sessionId());
    return SignIn.refused().header(HttpHeaders.SET_COOKIE, cookie.cleared(where).toString());
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
