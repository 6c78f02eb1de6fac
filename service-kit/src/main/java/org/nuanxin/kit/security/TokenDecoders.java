package org.nuanxin.kit.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies signature, issuer, audience and expiry.
 *
 * <p>The issuer's keys are fetched at the first token and kept five minutes; an unknown key id
 * fetches them again, at most twice in ten seconds, so that forged ids cannot make us hammer the
 * issuer; an issuer that is down is bridged with the last keys for an hour.
 */
final class TokenDecoders {

  private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);
  private static final int CONNECT_MILLIS = 1000;
  private static final int READ_MILLIS = 2000;
  private static final int LARGEST_JWKS_BYTES = 256 * 1024;

  private TokenDecoders() {}

  static JwtDecoder of(String issuer, String jwksUri, String audience) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256), keys(jwksUri)));
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    // Claims are checked below, by Spring Security's validators.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    JwtTimestampValidator times = new JwtTimestampValidator(CLOCK_SKEW);
    times.setAllowEmptyExpiryClaim(false);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<Jwt>(
            times,
            new JwtIssuerValidator(issuer),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD,
                audiences -> audiences != null && audiences.contains(audience))));
    return decoder;
  }

  private static JWKSource<SecurityContext> keys(String jwksUri) {
    try {
      return JWKSourceBuilder.<SecurityContext>create(
              URI.create(jwksUri).toURL(),
              new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST_JWKS_BYTES))
          .cache(Duration.ofMinutes(5).toMillis(), Duration.ofSeconds(5).toMillis())
          .refreshAheadCache(false)
          .rateLimited(Duration.ofSeconds(10).toMillis())
          .retrying(true)
          .outageTolerant(Duration.ofHours(1).toMillis())
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("nuanxin.security.jwks-uri is not a URL", e);
    }
  }
}
