package org.nuanxin.gateway.token;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.gateway.problem.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** Tells genuine tokens from all others, remembering for a while which it has seen. */
public final class TokenCheck {

  private static final String SCHEME = "Bearer ";

  private final ReactiveJwtDecoder decoder;
  private final VerifiedTokens verified;

  TokenCheck(ReactiveJwtDecoder decoder, VerifiedTokens verified) {
    this.decoder = decoder;
    this.verified = verified;
  }

  /** The bearer token of these header fields; null when there is none. */
  public static @Nullable String bearer(HttpHeaders headers) {
    String value = headers.getFirst(HttpHeaders.AUTHORIZATION);
    return value != null
            && value.length() > SCHEME.length()
            && value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? value.substring(SCHEME.length()).strip()
        : null;
  }

  /** Whose token it is, if it was found genuine a moment ago. Costs no signature check. */
  public @Nullable Caller known(String token) {
    return verified.find(TokenHash.of(token));
  }

  /**
   * Whose token it is.
   *
   * @return an error with a 401 problem when it is not genuine, not for us or expired; with a 503
   *     when the issuer cannot be asked for its keys
   */
  public Mono<Caller> verify(String token) {
    return decoder
        .decode(token)
        .onErrorMap(TokenCheck::refusal)
        .map(TokenCheck::caller)
        .doOnNext(caller -> verified.add(TokenHash.of(token), caller));
  }

  /** 401 for a call without a token where one is needed. */
  public static ProblemException missing() {
    return ProblemException.with(
        HttpStatus.UNAUTHORIZED,
        "unauthorized",
        "A bearer token is needed.",
        Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
  }

  private static Throwable refusal(Throwable error) {
    if (error instanceof BadJwtException) {
      return ProblemException.with(
          HttpStatus.UNAUTHORIZED,
          "invalid-token",
          "The bearer token is not genuine, not meant for this system, or has expired.",
          Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""));
    }
    return ProblemException.unavailable(
        "issuer-unavailable", "Tokens cannot be checked at the moment.", 2);
  }

  private static Caller caller(Jwt jwt) {
    List<String> roles = jwt.getClaimAsStringList("roles");
    Instant expiresAt = jwt.getExpiresAt();
    return new Caller(
        jwt.getSubject() == null ? "" : jwt.getSubject(),
        roles == null ? Set.of() : Set.copyOf(roles),
        expiresAt == null ? Instant.EPOCH : expiresAt);
  }
}
