package org.nuanxin.gateway.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWKSecurityContext;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

/** Verifies signature, issuer, audience and expiry, by the same rules as every service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenSettings.class)
class TokenConfiguration {

  private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

  @Bean
  TokenCheck tokenCheck(TokenSettings settings, JsonMapper mapper, Clock clock, HttpClient client) {
    IssuerKeys keys =
        new IssuerKeys(
            new KeyFetch(client, mapper).from(settings.issuer(), settings.jwksUri()), clock);
    return new TokenCheck(decoder(settings, keys, clock), new VerifiedTokens(clock));
  }

  private static ReactiveJwtDecoder decoder(TokenSettings settings, IssuerKeys keys, Clock clock) {
    NimbusReactiveJwtDecoder decoder =
        NimbusReactiveJwtDecoder.withJwkSource(keys::of)
            .jwtProcessorCustomizer(processor -> {
              processor.setJWSKeySelector(
                  new JWSVerificationKeySelector<JWKSecurityContext>(
                      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256),
                      (selector, context) -> selected(selector, context)));
              processor.setJWSTypeVerifier(
                  new DefaultJOSEObjectTypeVerifier<>(
                      JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
            })
            .build();
    JwtTimestampValidator times = new JwtTimestampValidator(CLOCK_SKEW);
    times.setClock(clock);
    times.setAllowEmptyExpiryClaim(false);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<Jwt>(
            times,
            new JwtIssuerValidator(settings.issuer()),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD,
                audiences -> audiences != null && audiences.contains(settings.audience()))));
    return decoder;
  }

  private static List<JWK> selected(JWKSelector selector, SecurityContext context) {
    return context instanceof JWKSecurityContext keys
        ? selector.select(new JWKSet(keys.getKeys()))
        : List.of();
  }
}
