package org.nuanxin.kit.security;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.nuanxin.kit.observe.ObserveAutoConfiguration;
import org.nuanxin.kit.pii.BlindIndex;
import org.nuanxin.kit.pii.PiiAutoConfiguration;
import org.nuanxin.kit.web.ProblemWriter;
import org.nuanxin.kit.web.WebAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.util.Assert;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A resource server for bearer tokens only: no session, no cookie, so no CSRF either. */
@AutoConfiguration(
    after = {
      PiiAutoConfiguration.class,
      WebAutoConfiguration.class,
      ObserveAutoConfiguration.class
    },
    beforeName = {
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class SecurityAutoConfiguration {

  private static final int REMEMBERED_TOKENS = 20_000;

  @Bean
  @ConditionalOnMissingBean
  JwtDecoder jwtDecoder(
      @Value("${nuanxin.security.issuer:}") String issuer,
      @Value("${nuanxin.security.jwks-uri:}") String jwksUri,
      @Value("${nuanxin.security.audience:nuanxin}") String audience) {
    Assert.hasText(issuer, "nuanxin.security.issuer is not set; it has no default");
    String keys = jwksUri.isBlank() ? issuer.replaceAll("/+$", "") + "/oauth2/jwks" : jwksUri;
    return TokenDecoders.of(issuer, keys, audience);
  }

  @Bean
  @ConditionalOnMissingBean
  TokenAuthentication tokenAuthentication(
      JwtDecoder decoder,
      BlindIndex blindIndex,
      Clock clock,
      @Value("${nuanxin.federation:460200}") String federation) {
    return new TokenAuthentication(
        decoder, new Callers(federation, blindIndex), new VerifiedTokens(clock, REMEMBERED_TOKENS));
  }

  /** Probes and figures; they are on the management port, which is not open to the outside. */
  @Bean
  @Order(0)
  SecurityFilterChain managementChain(HttpSecurity http) {
    bare(http);
    http.securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeHttpRequests(rules -> rules.anyRequest().permitAll());
    return http.build();
  }

  /** The service's own paths, after the rules it states. */
  @Bean
  @Order(100)
  SecurityFilterChain serviceChain(
      HttpSecurity http,
      TokenAuthentication tokens,
      ProblemWriter problems,
      ObjectProvider<AccessRules> accessRules) {
    bare(http);
    Refusals refusals = new Refusals(problems);
    BearerTokenAuthenticationFilter bearer =
        new BearerTokenAuthenticationFilter(tokens, new BearerHeader());
    bearer.setAuthenticationEntryPoint(refusals);
    http.addFilterBefore(bearer, AuthorizationFilter.class)
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .authorizeHttpRequests(rules -> {
          // The request itself was judged; what is dispatched again only finishes it, such as the
          // error page that Tomcat includes after a live stream's client has gone.
          rules
              .dispatcherTypeMatchers(
                  DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.INCLUDE)
              .permitAll();
          accessRules.orderedStream().forEach(own -> own.apply(rules));
          rules.requestMatchers("/v3/api-docs", "/v3/api-docs/**").permitAll();
          rules.requestMatchers("/api/v1/ops/**").hasRole(Role.OPS.name());
          rules.anyRequest().denyAll();
        });
    return http.build();
  }

  @Bean
  @ConditionalOnMissingBean
  HttpFirewall httpFirewall() {
    return HeaderValues.firewall();
  }

  /** A span and a timer per security filter would cost more than the filters. */
  @Bean
  @ConditionalOnMissingBean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  WebMvcConfigurer callerArgument() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
      }
    };
  }

  private static void bare(HttpSecurity http) {
    http.csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .securityContext(context ->
            context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .servletApi(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable);
  }
}
