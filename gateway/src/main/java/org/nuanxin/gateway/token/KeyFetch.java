package org.nuanxin.gateway.token;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

/** Asks the issuer over HTTP, finding the place by its discovery document where it is not given. */
final class KeyFetch {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final HttpClient client;
  private final JsonMapper mapper;

  KeyFetch(HttpClient client, JsonMapper mapper) {
    this.client = client;
    this.mapper = mapper;
  }

  Mono<JWKSet> from(String issuer, @Nullable URI jwksUri) {
    Mono<String> place = jwksUri == null ? discovered(issuer) : Mono.just(jwksUri.toString());
    return place.flatMap(this::text).map(KeyFetch::keys).timeout(PATIENCE);
  }

  private Mono<String> discovered(String issuer) {
    String place = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    return text(place + DISCOVERY)
        .map(mapper::readTree)
        .map(document -> {
          if (!issuer.equals(document.path("issuer").asString(""))) {
            throw new IllegalStateException("The discovery document is of another issuer");
          }
          return document.path("jwks_uri").asString();
        });
  }

  private Mono<String> text(String uri) {
    return client
        .get()
        .uri(uri)
        .responseSingle((response, body) ->
            response.status().code() == 200
                ? body.asString()
                : Mono.error(new IllegalStateException("The issuer answered " + response)));
  }

  private static JWKSet keys(String text) {
    try {
      return JWKSet.parse(text);
    } catch (ParseException e) {
      throw new IllegalStateException("The issuer's keys are unreadable", e);
    }
  }
}
