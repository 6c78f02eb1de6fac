package org.nuanxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens for our own services, by the standard client credentials, and nothing else of OAuth. */
class ServiceClientsTest {

  private static final String CLIENT = "notification-service";

  private final RunningIdentity identity = RunningIdentity.shared();

  private Answer token(String form, String... headers) {
    return RunningIdentity.send(
        HttpRequest.newBuilder(identity.uri("/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)),
        headers);
  }

  private static String basic(String client, String secret) {
    String pair = encoded(client) + ":" + encoded(secret);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Test
  void givesAServiceATokenOfItsOwn() throws Exception {
    Answer answer =
        token(
            "grant_type=client_credentials",
            "Authorization",
            basic(CLIENT, RunningIdentity.CLIENT_SECRET));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    var claims = Tokens.jwt(answer.text("access_token")).getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo("service:notification-service");
    assertThat(claims.getStringListClaim("roles")).containsExactly("SERVICE");
    assertThat(claims.getAudience()).containsExactly("nuanxin");
    assertThat(claims.getIssuer()).isEqualTo(RunningIdentity.ISSUER);
    assertThat(claims.getStringClaim("federation")).isEqualTo("460200");
    assertThat(answer.json().get("expires_in").asInt()).isGreaterThanOrEqualTo(895);
    assertThat(answer.json().has("refresh_token")).isFalse();
  }

  @Test
  void takesTheSecretInTheFormAsWell() {
    Answer answer =
        token(
            "grant_type=client_credentials&client_id="
                + CLIENT
                + "&client_secret="
                + encoded(RunningIdentity.CLIENT_SECRET));
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void refusesAWrongSecretAndAnUnknownServiceAlike() {
    Answer wrong = token("grant_type=client_credentials", "Authorization", basic(CLIENT, "wrong"));
    Answer unknown = token("grant_type=client_credentials", "Authorization", basic("x", "wrong"));
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.text("error")).isEqualTo("invalid_client");
    assertThat(unknown.status()).isEqualTo(wrong.status());
    assertThat(unknown.body()).isEqualTo(wrong.body());
  }

  @Test
  void refusesOtherGrants() {
    for (String grant :
        List.of("password", "authorization_code&code=x", "refresh_token&refresh_token=x")) {
      Answer answer =
          token(
              "grant_type=" + grant, "Authorization", basic(CLIENT, RunningIdentity.CLIENT_SECRET));
      assertThat(answer.status()).as(grant).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/oauth2/authorize?response_type=code&client_id=notification-service",
        "/oauth2/introspect",
        "/oauth2/revoke",
        "/oauth2/par",
        "/oauth2/device_authorization",
        "/connect/register",
        "/userinfo",
        "/connect/logout",
        "/login",
        "/",
        "/api/v1/auth",
        "/api/v1/auth/keys",
        "/actuator/health",
        "/internal/v1/contacts"
      })
  void closesEverythingElse(String path) {
    assertThat(identity.get(path).status()).as(path).isIn(401, 403);
  }

  @Test
  void opensHealthAndFiguresOnTheManagementPort() {
    for (String path : List.of("/actuator/health/liveness", "/actuator/health/readiness")) {
      Answer answer = RunningIdentity.send(HttpRequest.newBuilder(identity.management(path)));
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.text("status")).isEqualTo("UP");
    }
    identity.signIn(RunningIdentity.newPhone());
    identity.signIn("nobody", "wrong password");
    String figures =
        RunningIdentity.send(HttpRequest.newBuilder(identity.management("/actuator/prometheus")))
            .body();
    assertThat(figures)
        .contains("nuanxin_identity_codes_total{")
        .contains("outcome=\"sent\"")
        .contains("nuanxin_identity_sign_ins_total{")
        .contains("outcome=\"refused\"");
  }

  @Test
  void describesItsCallsForEveryone() {
    Answer answer = identity.get("/v3/api-docs");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("paths").propertyNames())
        .contains("/api/v1/auth/otp", "/api/v1/auth/token", "/api/v1/auth/session");
  }
}
