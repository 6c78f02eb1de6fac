package org.nuanxin.identity.web;

import org.nuanxin.kit.security.AccessRules;
import org.nuanxin.kit.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/** Who may call which of our own paths; the kit closes all others. */
@Configuration(proxyBeanMethods = false)
class OwnPaths {

  private static final String[] OPEN = {
    "/api/v1/auth/otp",
    "/api/v1/auth/token",
    "/api/v1/auth/revoke",
    "/api/v1/auth/session",
    "/.well-known/openid-configuration",
    "/.well-known/oauth-authorization-server"
  };
  private static final String KEYS = "/api/v1/auth/keys/**";

  /**
   * Signing in and discovery are open to everyone, and look at no bearer token: whoever renews may
   * well send along the access token that has just expired.
   */
  @Bean
  @Order(20)
  SecurityFilterChain openChain(HttpSecurity http) {
    http.securityMatcher(OPEN)
        .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .securityContext(context ->
            context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .servletApi(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable);
    return http.build();
  }

  @Bean
  AccessRules accessRules() {
    return rules -> rules.requestMatchers(KEYS).hasRole(Role.OPS.name());
  }
}
