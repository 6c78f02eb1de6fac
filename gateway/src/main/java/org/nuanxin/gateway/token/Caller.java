package org.nuanxin.gateway.token;

import java.time.Instant;
import java.util.Set;

/**
 * Who a genuine token speaks for.
 *
 * @param subject the account, unique at the issuer
 * @param roles as the claim {@code roles} says
 * @param expiresAt when the token ends
 */
public record Caller(String subject, Set<String> roles, Instant expiresAt) {

  private static final String OPS = "OPS";

  /** Whether it may see and do what operators may. */
  public boolean isOperator() {
    return roles.contains(OPS);
  }
}
