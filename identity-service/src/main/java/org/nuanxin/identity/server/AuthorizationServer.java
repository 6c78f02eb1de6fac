package org.nuanxin.identity.server;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nuanxin.identity.token.Claims;
import org.nuanxin.identity.token.TokenPolicy;
import org.nuanxin.kit.security.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/**
 * Spring Security's authorization server, of which three things are open: discovery, the key set,
 * and tokens for services by client credentials. People sign in at {@code /api/v1/auth}.
 */
@Configuration(proxyBeanMethods = false)
class AuthorizationServer {

  private static final String[] PATHS = {
    "/oauth2/token",
    "/oauth2/jwks",
    "/.well-known/openid-configuration",
    "/.well-known/oauth-authorization-server"
  };

  /** What the server could do and we do not offer; it stays out of what discovery says. */
  private static final Set<String> NOT_OFFERED =
      Set.of(
          "device_authorization_endpoint",
          "pushed_authorization_request_endpoint",
          "introspection_endpoint",
          "introspection_endpoint_auth_methods_supported",
          "revocation_endpoint",
          "revocation_endpoint_auth_methods_supported",
          "registration_endpoint",
          "userinfo_endpoint",
          "end_session_endpoint",
          "code_challenge_methods_supported",
          "dpop_signing_alg_values_supported",
          "tls_client_certificate_bound_access_tokens");

  @Bean
  @Order(10)
  SecurityFilterChain authorizationServerChain(HttpSecurity http) {
    // Services are known by their secrets alone; what the kit knows of bearer tokens is no help.
    http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
    http.securityMatcher(PATHS)
        .oauth2AuthorizationServer(server ->
            server
                .oidc(oidc ->
                    oidc.providerConfigurationEndpoint(discovery ->
                        discovery.providerConfigurationCustomizer(
                            offer -> offer.claims(AuthorizationServer::offer))))
                .authorizationServerMetadataEndpoint(metadata ->
                    metadata.authorizationServerMetadataCustomizer(
                        offer -> offer.claims(AuthorizationServer::offer))))
        .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .securityContext(context ->
            context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .sessionManagement(AbstractHttpConfigurer::disable);
    return http.build();
  }

  private static void offer(Map<String, Object> claims) {
    claims.keySet().removeAll(NOT_OFFERED);
    claims.put(
        "grant_types_supported", List.of(AuthorizationGrantType.CLIENT_CREDENTIALS.getValue()));
    claims.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_basic", "client_secret_post"));
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
