package org.nuanxin.identity.server;

import java.util.List;
import org.nuanxin.identity.token.Claims;
import org.nuanxin.identity.token.TokenPolicy;
import org.nuanxin.kit.security.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/**
 * Spring Security's authorization server, of which two things are open: the key set, and tokens for
 * services by client credentials. People sign in at {@code /api/v1/auth}; discovery is our own,
 * since the server's insists on naming what is closed ({@link DiscoveryController}).
 */
@Configuration(proxyBeanMethods = false)
class AuthorizationServer {

  private static final String[] PATHS = {"/oauth2/token", DiscoveryController.KEYS};

  @Bean
  @Order(10)
  SecurityFilterChain authorizationServerChain(HttpSecurity http) {
    // Services are known by their secrets alone; what the kit knows of bearer tokens is no help.
    http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
    http.securityMatcher(PATHS)
        .oauth2AuthorizationServer(Customizer.withDefaults())
        .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .securityContext(context ->
            context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .sessionManagement(AbstractHttpConfigurer::disable);
    return http.build();
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(TokenPolicy policy) {
    return AuthorizationServerSettings.builder().issuer(policy.issuer()).build();
  }

  @Bean
  SecretDigest secretDigest() {
    return new SecretDigest();
  }

  @Bean
  RegisteredClientRepository serviceClients(
      @Value("${nuanxin.identity.service-clients:}") String pairs,
      SecretDigest digest,
      TokenPolicy policy) {
    TokenSettings tokens = TokenSettings.builder().accessTokenTimeToLive(policy.validity()).build();
    return new ServiceClients(pairs, digest, tokens);
  }

  @Bean
  OAuth2AuthorizationService unrecordedAuthorizations() {
    return new UnrecordedAuthorizations();
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> serviceClaims(TokenPolicy policy) {
    return context ->
        context
            .getClaims()
            .subject("service:" + context.getRegisteredClient().getClientId())
            .audience(List.of(policy.audience()))
            .claim(Claims.FEDERATION, policy.federation())
            .claim(Claims.ROLES, List.of(Role.SERVICE.name()))
            .claim(Claims.UNIONS, List.of());
  }
}
