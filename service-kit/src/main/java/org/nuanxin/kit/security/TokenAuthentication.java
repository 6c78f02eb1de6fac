package org.nuanxin.kit.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Turns a bearer token into its caller: from memory if it was verified within the last minute, else
 * by its signature, issuer, audience and expiry.
 */
final class TokenAuthentication implements AuthenticationManager {

  private final JwtDecoder decoder;
  private final Callers callers;
  private final VerifiedTokens verified;

  TokenAuthentication(JwtDecoder decoder, Callers callers, VerifiedTokens verified) {
    this.decoder = decoder;
    this.callers = callers;
    this.verified = verified;
  }

  @Override
  public Authentication authenticate(Authentication authentication) {
    String token = ((BearerTokenAuthenticationToken) authentication).getToken();
    CallerAuthentication known = verified.find(token);
    if (known != null) {
      return known;
    }
    try {
      Jwt jwt = decoder.decode(token);
      CallerAuthentication fresh = new CallerAuthentication(callers.of(jwt));
      verified.add(token, fresh, jwt.getExpiresAt());
      return fresh;
    } catch (BadJwtException e) {
      throw new InvalidBearerTokenException("The token is not valid", e);
    } catch (JwtException e) {
      if (isIssuerSilent(e)) {
        throw new IssuerUnavailable(e);
      }
      throw new InvalidBearerTokenException("The token is not valid", e);
    }
  }

  private static boolean isIssuerSilent(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RateLimitReachedException) {
        // Its key id is unknown, and the keys were asked for only a moment ago.
        return false;
      }
      if (cause instanceof KeySourceException) {
        return true;
      }
    }
    return false;
  }
}
