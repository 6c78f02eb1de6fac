package org.nuanxin.kit.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may call which path of a service: one bean per service.
 *
 * <p>After these rules the kit adds {@code /v3/api-docs} for everyone, {@code /api/v1/ops/**} for
 * OPS, and denies everything else, so that a path nobody thought of is closed.
 */
@FunctionalInterface
public interface AccessRules {

  /** Adds the service's rules; the first that matches decides. */
  void apply(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules);
}
