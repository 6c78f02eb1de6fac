package org.nuanxin.kit.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.nuanxin.kit.pii.BlindIndex;
import org.nuanxin.kit.pii.PhoneNumbers;
import org.nuanxin.kit.pii.TestPii;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * An issuer inside the test: real RSA signatures, its keys served over real HTTP on 127.0.0.1.
 *
 * <p>{@code @DynamicPropertySource static void tokens(DynamicPropertyRegistry registry) {
 * TestTokens.register(registry); }} makes a service trust it. All methods answer with the token's
 * text, without {@code Bearer}.
 */
public final class TestTokens {

  /** The federation of every token that does not say otherwise: Sanya. */
  public static final String FEDERATION = "460200";

  private static final Duration LIFETIME = Duration.ofMinutes(15);
  private static final RSAKey KEY = newKey("test-key");
  private static final RSAKey FORGER = newKey(KEY.getKeyID());
  private static final AtomicInteger KEY_REQUESTS = new AtomicInteger();
  private static final HttpServer SERVER = serve();

  private TestTokens() {}

  /** A worker who proved this phone number; the subject is stable per phone. */
  public static String worker(String phone) {
    return worker(phone, FEDERATION);
  }

  /** A worker of another federation. */
  public static String worker(String phone, String federation) {
    return sign(KEY, workerClaims(phone, federation).build());
  }

  /** A worker as another issuer would say it: the standard {@code phone_number}, no index. */
  public static String workerOfOtherIssuer(String phone) {
    return sign(
        KEY,
        claims("other:" + phone)
            .claim("roles", List.of("WORKER"))
            .claim("phone_number", phone)
            .build());
  }

  /** Someone of the staff with one role, for these union subtrees. */
  public static String staff(Role role, String... unions) {
    return staff(FEDERATION, role, unions);
  }

  /** Someone of another federation's staff. */
  public static String staffOf(String federation, Role role, String... unions) {
    return staff(federation, role, unions);
  }

  /** The keeper of a station. */
  public static String keeper(String station) {
    return sign(
        KEY,
        claims("staff:STATION_KEEPER:" + station)
            .claim("roles", List.of(Role.STATION_KEEPER.name()))
            .claim("station", station)
            .build());
  }

  /** A token with claims of the test's own, properly signed. */
  public static String with(String subject, Map<String, ?> claims) {
    JWTClaimsSet.Builder builder = claims(subject);
    claims.forEach(builder::claim);
    return sign(KEY, builder.build());
  }

  /** Everything right but the signature: made with a key that merely claims the issuer's key id. */
  public static String forged(String phone) {
    return sign(FORGER, workerClaims(phone, FEDERATION).build());
  }

  /** Signed with a key id that the issuer does not know. */
  public static String ofUnknownKey(String phone) {
    return sign(named(UUID.randomUUID().toString()), workerClaims(phone, FEDERATION).build());
  }

  /** Expired an hour ago. */
  public static String expired(String phone) {
    Instant anHourAgo = Instant.now().minus(Duration.ofHours(1));
    return sign(
        KEY,
        workerClaims(phone, FEDERATION)
            .issueTime(Date.from(anHourAgo.minus(LIFETIME)))
            .expirationTime(Date.from(anHourAgo))
            .build());
  }

  /** Properly signed, but by somebody who calls himself otherwise. */
  public static String ofOtherIssuer(String phone) {
    return changed(phone, builder -> builder.issuer("https://elsewhere.example"));
  }

  /** Properly signed, but meant for another system. */
  public static String forOtherAudience(String phone) {
    return changed(phone, builder -> builder.audience("elsewhere"));
  }

  /** {@code alg: none}: no signature at all. */
  public static String unsigned(String phone) {
    return new com.nimbusds.jwt.PlainJWT(workerClaims(phone, FEDERATION).build()).serialize();
  }

  /** The issuer's URL. */
  public static String issuer() {
    return "http://127.0.0.1:" + SERVER.getAddress().getPort();
  }

  /** How often somebody asked for the issuer's keys. */
  public static int keyRequests() {
    return KEY_REQUESTS.get();
  }

  /** Properties with which a service trusts this issuer, and the test keys for personal data. */
  public static Map<String, String> properties() {
    return Map.of(
        "nuanxin.security.issuer",
        issuer(),
        "nuanxin.security.jwks-uri",
        issuer() + "/oauth2/jwks",
        "nuanxin.pii.keys",
        TestPii.KEYS,
        "nuanxin.pii.index-keys",
        TestPii.INDEX_KEYS);
  }

  /** Registers {@link #properties()} with a Spring test. */
  public static void register(DynamicPropertyRegistry registry) {
    properties().forEach((name, value) -> registry.add(name, () -> value));
  }

  private static String staff(String federation, Role role, String... unions) {
    return sign(
        KEY,
        claims("staff:" + role + ":" + String.join("+", unions))
            .claim("federation", federation)
            .claim("roles", List.of(role.name()))
            .claim("unions", List.of(unions))
            .build());
  }

  private static String changed(String phone, UnaryOperator<JWTClaimsSet.Builder> change) {
    return sign(KEY, change.apply(workerClaims(phone, FEDERATION)).build());
  }

  private static JWTClaimsSet.Builder workerClaims(String phone, String federation) {
    String index =
        TestPii.blindIndex().of(PhoneNumbers.toE164(phone).orElseThrow(), BlindIndex.PHONE);
    return claims("worker:" + index)
        .claim("federation", federation)
        .claim("roles", List.of(Role.WORKER.name()))
        .claim("phone_index", index);
  }

  private static JWTClaimsSet.Builder claims(String subject) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .jwtID(UUID.randomUUID().toString())
        .subject(subject)
        .issuer(issuer())
        .audience("nuanxin")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFETIME)))
        .claim("federation", FEDERATION);
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

  private static RSAKey named(String id) {
    return new RSAKey.Builder(FORGER).keyID(id).build();
  }

  private static HttpServer serve() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
      byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/oauth2/jwks",
          exchange -> {
            KEY_REQUESTS.incrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
          });
      startAsDaemon(server);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server's thread inherits being a daemon, so that it keeps no process alive. */
  private static void startAsDaemon(HttpServer server) {
    try {
      Thread.ofPlatform().daemon().start(server::start).join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
