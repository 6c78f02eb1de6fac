package org.nuanxin.membership;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.Arrays;
import org.nuanxin.kit.security.AccessRules;
import org.nuanxin.kit.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may call which path; whose data it is, is the use case's to check. */
@Configuration(proxyBeanMethods = false)
class MembershipAccess {

  private static final String[] DECIDERS =
      names(Role.REVIEWER, Role.UNION_ADMIN, Role.FEDERATION_ADMIN);
  private static final String[] ADMINS = names(Role.UNION_ADMIN, Role.FEDERATION_ADMIN);
  private static final String[] READERS =
      names(Role.REVIEWER, Role.UNION_ADMIN, Role.FEDERATION_ADMIN, Role.AUDITOR);
  private static final String WORKER = Role.WORKER.name();

  @Bean
  AccessRules accessRules() {
    return rules ->
        rules
            .requestMatchers(
                GET, "/api/v1/consents/current", "/api/v1/communities", "/api/v1/unions")
            .permitAll()
            .requestMatchers(POST, "/api/v1/routing")
            .authenticated()
            .requestMatchers(POST, "/api/v1/applications")
            .hasAnyRole(names(Role.WORKER, Role.REVIEWER, Role.UNION_ADMIN, Role.STATION_KEEPER))
            .requestMatchers(GET, "/api/v1/applications/*")
            .authenticated()
            .requestMatchers(PUT, "/api/v1/applications/*")
            .hasRole(WORKER)
            .requestMatchers(POST, "/api/v1/applications/*/withdraw")
            .hasRole(WORKER)
            .requestMatchers(GET, "/api/v1/review/**")
            .hasAnyRole(READERS)
            .requestMatchers(POST, "/api/v1/review/**")
            .hasAnyRole(DECIDERS)
            .requestMatchers(
                GET, "/api/v1/members/*", "/api/v1/members/*/timeline", "/api/v1/figures")
            .hasAnyRole(READERS)
            .requestMatchers(POST, "/api/v1/members/search")
            .hasAnyRole(READERS)
            .requestMatchers(POST, "/api/v1/members/*/disclosure")
            .hasAnyRole(DECIDERS)
            .requestMatchers(PUT, "/api/v1/members/*/phone")
            .hasAnyRole(ADMINS)
            .requestMatchers(POST, "/api/v1/members/*/phone/unlink")
            .hasAnyRole(ADMINS)
            .requestMatchers("/api/v1/me", "/api/v1/me/**")
            .hasRole(WORKER)
            .requestMatchers(POST, "/internal/v1/contacts")
            .hasRole(Role.SERVICE.name());
  }

  private static String[] names(Role... roles) {
    return Arrays.stream(roles).map(Role::name).toArray(String[]::new);
  }
}
