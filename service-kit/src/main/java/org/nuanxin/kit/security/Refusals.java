package org.nuanxin.kit.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.kit.web.ProblemWriter;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** 401, 403 and the issuer's 503 as problems; why a token was refused is not told. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final ProblemWriter writer;

  Refusals(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    writer.write(request, response, problem(failure));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    boolean known = SecurityContextHolder.getContext().getAuthentication() != null;
    writer.write(
        request,
        response,
        known ? ProblemException.forbidden("Your role may not do this.") : tokenNeeded());
  }

  private static ProblemException problem(AuthenticationException failure) {
    if (failure instanceof IssuerUnavailable) {
      return new ProblemException(
              HttpStatus.SERVICE_UNAVAILABLE,
              "unavailable",
              "Tokens cannot be verified at the moment.")
          .retryAfter(1);
    }
    if (failure instanceof InvalidBearerTokenException) {
      return new ProblemException(
              HttpStatus.UNAUTHORIZED, "invalid-token", "The token is not valid, or no longer.")
          .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
    return tokenNeeded();
  }

  private static ProblemException tokenNeeded() {
    return new ProblemException(
            HttpStatus.UNAUTHORIZED, "unauthorized", "A bearer token is needed.")
        .header("WWW-Authenticate", "Bearer");
  }
}
