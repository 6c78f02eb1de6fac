package org.nuanxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nuanxin.identity.key.KeyRing;
import org.nuanxin.identity.key.SigningKeys;
import org.nuanxin.kit.security.TestTokens;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;

/** Signing keys as an outside resource server sees them, and their rotation. */
class KeysTest {

  private static final String ROTATE = "/api/v1/auth/keys/rotate";

  private static RunningIdentity identity;

  @BeforeAll
  static void start() {
    identity = RunningIdentity.start("identity_keys");
  }

  @AfterAll
  static void stop() {
    identity.close();
  }

  /** A resource server that knows our issuer, fetches its keys, and keeps none. */
  private static JWTClaimsSet verify(RunningIdentity issuer, String token) throws Exception {
    DefaultJWTProcessor<SecurityContext> outside = new DefaultJWTProcessor<>();
    try {
      outside.setJWSKeySelector(
          new JWSVerificationKeySelector<>(
              JWSAlgorithm.RS256,
              JWKSourceBuilder.create(issuer.uri("/oauth2/jwks").toURL()).build()));
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
    outside.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            "nuanxin",
            new JWTClaimsSet.Builder().issuer(RunningIdentity.ISSUER).build(),
            Set.of("sub", "iat", "exp", "jti", "federation", "roles", "unions")));
    return outside.process(token, null);
  }

  private static String token(RunningIdentity issuer) {
    return issuer.signIn(RunningIdentity.newPhone()).text("accessToken");
  }

  private static List<String> published(RunningIdentity issuer) {
    return issuer
        .get("/oauth2/jwks")
        .json()
        .get("keys")
        .valueStream()
        .map(key -> key.get("kid").asString())
        .toList();
  }

  private static Answer rotate(RunningIdentity issuer, String token) {
    return issuer.post(ROTATE, "", "Authorization", "Bearer " + token);
  }

  private static String ops(RunningIdentity issuer) {
    return issuer.signIn("ops", RunningIdentity.PASSWORD).text("accessToken");
  }

  private static Document ring(String database) {
    return Stored.database(database).getCollection("signing_keys").find().first();
  }

  @Nested
  class FromOutside {

    @Test
    void aTokenVerifiesAgainstThePublishedKeys() throws Exception {
      JWTClaimsSet claims = verify(identity, token(identity));
      assertThat(claims.getSubject()).startsWith("worker:");
      assertThat(claims.getStringListClaim("roles")).containsExactly("WORKER");
      assertThat(claims.getStringClaim("federation")).isEqualTo("460200");
      assertThat(claims.getStringListClaim("unions")).isEmpty();
      assertThat(claims.getStringClaim("phone_index")).startsWith("i1.");
      assertThat(claims.getClaims()).doesNotContainKeys("phone_number", "phone", "station");
      long seconds =
          (claims.getExpirationTime().getTime() - claims.getIssueTime().getTime()) / 1000;
      assertThat(seconds).isGreaterThanOrEqualTo(900);
    }

    @Test
    void aTokenNamesItsKeyAndAlgorithm() {
      SignedJWT jwt = Tokens.jwt(token(identity));
      assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
      assertThat(published(identity)).contains(jwt.getHeader().getKeyID());
    }

    @Test
    void theKeySetHoldsNoPrivatePart() {
      assertThat(identity.get("/oauth2/jwks").json().get("keys"))
          .allSatisfy(key ->
              assertThat(key.propertyNames())
                  .containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n"));
    }

    @Test
    void discoverySaysWhereTheKeysAreAndOnlyWhatIsThere() {
      for (String path :
          List.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")) {
        Answer answer = identity.get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        var discovery = answer.json();
        assertThat(discovery.propertyNames())
            .containsExactlyInAnyOrder(
                "issuer",
                "jwks_uri",
                "response_types_supported",
                "grant_types_supported",
                "subject_types_supported",
                "id_token_signing_alg_values_supported",
                "claims_supported");
        assertThat(discovery.get("issuer").asString()).isEqualTo(RunningIdentity.ISSUER);
        assertThat(discovery.get("jwks_uri").asString())
            .isEqualTo(RunningIdentity.ISSUER + "/oauth2/jwks");
        assertThat(texts(discovery.get("response_types_supported"))).containsExactly("none");
        assertThat(texts(discovery.get("grant_types_supported")))
            .containsExactly("client_credentials");
        assertThat(texts(discovery.get("subject_types_supported"))).containsExactly("public");
        assertThat(texts(discovery.get("id_token_signing_alg_values_supported")))
            .containsExactly("RS256");
      }
    }

    @Test
    void discoveryNamesTheClaimsOfAToken() throws Exception {
      var named =
          texts(identity.get("/.well-known/openid-configuration").json().get("claims_supported"));
      JWTClaimsSet worker = verify(identity, token(identity));
      JWTClaimsSet keeper =
          verify(identity, identity.signIn("keeper", RunningIdentity.PASSWORD).text("accessToken"));
      Set<String> seen = new java.util.TreeSet<>(worker.getClaims().keySet());
      seen.addAll(keeper.getClaims().keySet());
      assertThat(named).containsExactlyInAnyOrderElementsOf(seen);
    }

    @Test
    void aVerifierThatKnowsOnlyTheIssuerFindsTheKeys() throws Exception {
      int port;
      try (ServerSocket free = new ServerSocket(0)) {
        port = free.getLocalPort();
      }
      String issuer = "http://127.0.0.1:" + port;
      Map<String, String> there =
          Map.of("server.port", String.valueOf(port), "nuanxin.security.issuer", issuer);
      try (RunningIdentity own = RunningIdentity.start("identity_issuer", there)) {
        var decoder = NimbusJwtDecoder.withIssuerLocation(issuer).build();
        assertThat(decoder.decode(token(own)).getSubject()).startsWith("worker:");
      }
    }

    private static List<String> texts(JsonNode array) {
      return array.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void aTokenThatWasChangedOrForgedDoesNotVerify() throws Exception {
      String genuine = token(identity);
      String[] parts = genuine.split("\\.");
      SignedJWT forged =
          new SignedJWT(Tokens.jwt(genuine).getHeader(), Tokens.jwt(genuine).getJWTClaimsSet());
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      forged.sign(new RSASSASigner(generator.generateKeyPair().getPrivate()));
      String changed = parts[0] + "." + parts[1].replaceFirst("^.{8}", "eyJhIjox") + "." + parts[2];
      assertThatThrownBy(() -> verify(identity, forged.serialize()))
          .isInstanceOf(BadJOSEException.class);
      assertThatThrownBy(() -> verify(identity, changed)).isInstanceOf(Exception.class);
      for (String bad :
          List.of(
              forged.serialize(), changed, TestTokens.staff(org.nuanxin.kit.security.Role.OPS))) {
        assertThat(rotate(identity, bad).status()).isEqualTo(401);
      }
    }
  }

  @Nested
  class Rotating {

    @Test
    void signsWithTheKeyThatWasPublishedAsNextWhileOldTokensStillVerify() throws Exception {
      String old = token(identity);
      String ops = ops(identity);
      List<String> before = published(identity);
      Answer answer = rotate(identity, ops);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.text("current")).isEqualTo(before.get(1));
      assertThat(answer.text("next")).isNotIn(before);
      assertThat(answer.json().get("retired").get(0).asString()).isEqualTo(before.get(0));
      String fresh = token(identity);
      assertThat(Tokens.jwt(fresh).getHeader().getKeyID()).isEqualTo(before.get(1));
      verify(identity, fresh);
      verify(identity, old);
      // We ourselves take the old one too.
      assertThat(rotate(identity, ops).status()).isEqualTo(200);
      verify(identity, old);
    }

    @Test
    void isForOperatorsAlone() {
      assertThat(
              rotate(
                      identity,
                      identity.signIn("reviewer", RunningIdentity.PASSWORD).text("accessToken"))
                  .status())
          .isEqualTo(403);
      assertThat(rotate(identity, token(identity)).status()).isEqualTo(403);
      Answer nobody = identity.post(ROTATE, "");
      assertThat(nobody.status()).isEqualTo(401);
      assertThat(nobody.problem()).isNotBlank();
    }

    @Test
    void keepsPrivatePartsEncrypted() {
      String stored = ring("identity_keys").toJson();
      String privateKey =
          java.util.Base64.getEncoder()
              .encodeToString(
                  identity.bean(SigningKeys.class).ring().current().privateKey().getEncoded());
      assertThat(stored).doesNotContain(privateKey.substring(0, 40));
      assertThat(ring("identity_keys").get("current", Document.class).getString("private"))
          .startsWith("t1.");
    }
  }

  @Nested
  class InTime {

    @Test
    void rotatesAfterThirtyDaysAndForgetsAKeyWhenNoTokenOfItCanBeLeft() {
      Map<String, String> quick = Map.of("nuanxin.identity.keys.reload", "200ms");
      try (RunningIdentity timed = RunningIdentity.start("identity_keys_timed", quick)) {
        List<String> first = published(timed);
        timed.advance(Duration.ofDays(29));
        timed.bean(SigningKeys.class).rotateIfDue();
        assertThat(published(timed)).isEqualTo(first);
        timed.advance(Duration.ofDays(1));
        await().atMost(Duration.ofSeconds(60)).until(() -> published(timed).size() == 3);
        assertThat(published(timed).getFirst()).isEqualTo(first.get(1));
        assertThat(published(timed)).contains(first.get(0));
        timed.advance(Duration.ofDays(30));
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> !published(timed).contains(first.get(0)));
      }
    }
  }

  @Nested
  class SeveralInstances {

    @Test
    void agreeOnTheFirstRingAndOnEveryOther() throws Exception {
      Stored.database("identity_keys_many").drop();
      List<RunningIdentity> instances =
          Parallel.times(2, i -> RunningIdentity.start("identity_keys_many"));
      try {
        assertThat(ring("identity_keys_many").getLong("version")).isEqualTo(1);
        assertThat(published(instances.get(0))).isEqualTo(published(instances.get(1)));
        verify(instances.get(1), token(instances.get(0)));
        verify(instances.get(0), token(instances.get(1)));

        List<KeyRing> rings =
            Parallel.times(3, i -> instances.get(i % 2).bean(SigningKeys.class).rotate());
        assertThat(rings).isNotEmpty();
        instances.forEach(each -> each.bean(SigningKeys.class).reload());
        assertThat(published(instances.get(0))).isEqualTo(published(instances.get(1)));
        assertThat(ring("identity_keys_many").getLong("version")).isBetween(2L, 4L);
        verify(instances.get(1), token(instances.get(0)));
      } finally {
        instances.forEach(RunningIdentity::close);
      }
    }
  }
}
