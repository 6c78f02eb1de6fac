package org.nuanxin.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** An OpenID Connect issuer inside the test: real RSA signatures, keys over real HTTP. */
public final class TestIssuer implements AutoCloseable {

  private static final RSAKey FIRST_KEY = newKey("first");
  private static final RSAKey FORGERS_KEY = newKey("first");

  private final List<RSAKey> keys = new CopyOnWriteArrayList<>(List.of(FIRST_KEY));
  private final AtomicInteger keyRequests = new AtomicInteger();
  private final HttpServer server;

  public TestIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    serve("/oauth2/jwks", this::publicKeys);
    serve(
        "/.well-known/openid-configuration",
        () ->
            """
            {"issuer": "%s", "jwks_uri": "%s/oauth2/jwks"}\
            """
                .formatted(url(), url()));
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public int keyRequests() {
    return keyRequests.get();
  }

  /** From now on new tokens are signed with a new key, published beside the old one. */
  public void rotate(String id) {
    keys.addFirst(newKey(id));
  }

  public String worker(String subject) {
    return token(claims -> claims.subject(subject).claim("roles", List.of("WORKER")));
  }

  public String operator() {
    return token(claims -> claims.subject("ops").claim("roles", List.of("OPS")));
  }

  public String token(UnaryOperator<JWTClaimsSet.Builder> change) {
    return sign(keys.getFirst(), change.apply(claims()).build());
  }

  /** Signed by somebody else, who names our key. */
  public String forged() {
    return sign(FORGERS_KEY, claims().claim("roles", List.of("OPS")).build());
  }

  /** Signed with a key that nobody knows. */
  public String signedWithUnknownKey(String id) {
    return sign(
        new RSAKey.Builder(FORGERS_KEY).keyID(id).build(),
        claims().claim("roles", List.of("OPS")).build());
  }

  public String unsigned() {
    return new PlainJWT(claims().claim("roles", List.of("OPS")).build()).serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private JWTClaimsSet.Builder claims() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .subject("somebody")
        .issuer(url())
        .audience("nuanxin")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(15))))
        .claim("federation", "460200")
        .claim("roles", List.of("WORKER"));
  }

  private String publicKeys() {
    keyRequests.incrementAndGet();
    return new JWKSet(keys.stream().map(key -> (JWK) key.toPublicJWK()).toList()).toString();
  }

  private void serve(String path, Supplier<String> body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static String sign(RSAKey key, JWTClaimsSet claims) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256)
                  .keyID(key.getKeyID())
                  .type(JOSEObjectType.JWT)
                  .build(),
              claims);
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey newKey(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
