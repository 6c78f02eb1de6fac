package org.nuanxin.kit.security;

import org.springframework.security.core.AuthenticationException;

/** The issuer's keys cannot be had, so it is not known whether a token is good. */
final class IssuerUnavailable extends AuthenticationException {

  IssuerUnavailable(Throwable cause) {
    super("The issuer's keys cannot be had", cause);
  }
}
