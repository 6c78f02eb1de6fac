package org.nuanxin.gateway.token;

/** The issuer's keys are not to be had: a token can be called neither genuine nor forged. */
final class IssuerUnavailable extends RuntimeException {

  IssuerUnavailable(Throwable cause) {
    super("The issuer's keys cannot be fetched", cause);
  }
}
