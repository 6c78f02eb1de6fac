package org.nuanxin.gateway.token;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed: those of any OpenID Connect issuer.
 *
 * @param issuer its URL, exactly as tokens name it; there is no default
 * @param jwksUri where its keys are; without it the issuer's discovery document says so
 * @param audience what tokens must be meant for
 */
@ConfigurationProperties("nuanxin.security")
record TokenSettings(
    String issuer, @Nullable URI jwksUri, @DefaultValue("nuanxin") String audience) {

  TokenSettings {
    if (issuer == null || issuer.isBlank()) {
      throw new IllegalArgumentException("nuanxin.security.issuer is not set; it has no default");
    }
  }
}
