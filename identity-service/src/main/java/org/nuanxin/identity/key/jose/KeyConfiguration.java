package org.nuanxin.identity.key.jose;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.List;
import org.nuanxin.identity.key.SigningKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Signs with the ring and verifies against it, without asking ourselves over HTTP. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

  private static final Logger log = LoggerFactory.getLogger(KeyConfiguration.class);

  @Bean
  RingJwks ringJwks(SigningKeys keys) {
    return new RingJwks(keys);
  }

  /** What the key set's path publishes. */
  @Bean
  JWKSource<SecurityContext> jwkSource(RingJwks jwks) {
    return jwks.published();
  }

  @Bean
  JwtEncoder jwtEncoder(RingJwks jwks) {
    log.info("RSA signatures by {}", NativeRsa.install() ? "native code" : "the JDK");
    return new NimbusJwtEncoder(jwks.signing());
  }

  @Bean
  JwtDecoder jwtDecoder(
      JWKSource<SecurityContext> jwkSource,
      @Value("${nuanxin.security.issuer}") String issuer,
      @Value("${nuanxin.security.audience:nuanxin}") String audience) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, jwkSource));
    // Claims are checked below, by Spring Security's validators.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<Jwt>(
            new JwtTimestampValidator(),
            new JwtIssuerValidator(issuer),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, names -> names != null && names.contains(audience))));
    return decoder;
  }
}
