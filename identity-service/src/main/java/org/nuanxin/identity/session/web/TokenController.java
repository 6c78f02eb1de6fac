package org.nuanxin.identity.session.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.nuanxin.identity.session.Opened;
import org.nuanxin.identity.token.AccessToken;
import org.nuanxin.identity.token.AccessTokens;
import org.nuanxin.kit.web.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for apps, which keep their refresh token themselves. */
@RestController
class TokenController {

  record TokenAnswer(String accessToken, String tokenType, long expiresIn, String refreshToken) {}

  record RevokeRequest(@Nullable String refreshToken) {}

  private final SignIn signIn;
  private final AccessTokens accessTokens;
  private final SignOut signOut;

  TokenController(SignIn signIn, AccessTokens accessTokens, SignOut signOut) {
    this.signIn = signIn;
    this.accessTokens = accessTokens;
    this.signOut = signOut;
  }

  @PostMapping("/api/v1/auth/token")
  ResponseEntity<TokenAnswer> token(@RequestBody TokenRequest body, HttpServletRequest request) {
    Opened opened = signIn.with(body.credentials(), request);
    AccessToken access = accessTokens.of(opened.person());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new TokenAnswer(
                access.text(),
                "Bearer",
                access.validity().toSeconds(),
                opened.refreshToken().text()));
  }

  /**
   * As RFC 7009 has it: the same answer whether or not there was anything to revoke. A session ends
   * only for a token that proves to hold it.
   */
  @PostMapping("/api/v1/auth/revoke")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@RequestBody RevokeRequest body) {
    if (body.refreshToken() == null) {
      throw ProblemException.invalid("refreshToken", "REQUIRED", "is required");
    }
    signOut.with(body.refreshToken());
  }
}
