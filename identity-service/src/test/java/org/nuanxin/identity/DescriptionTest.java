package org.nuanxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Holds what the OpenAPI says against what the service does. */
class DescriptionTest {

  private static final String[] FROM_A_PAGE = {"X-Requested-With", "worker"};

  private final RunningIdentity identity = RunningIdentity.shared();

  /** Makes every call of the service once; one that is not made here is missed. */
  private Map<String, Integer> calls() {
    Map<String, Integer> seen = new TreeMap<>();
    String phone = RunningIdentity.newPhone();
    seen.put("POST /api/v1/auth/otp", identity.askForCode(phone).status());
    Answer token = identity.redeem(phone, identity.receivedCode(phone));
    seen.put("POST /api/v1/auth/token", token.status());
    Map<String, String> refresh = Map.of("refreshToken", token.text("refreshToken"));
    seen.put("POST /api/v1/auth/revoke", identity.post("/api/v1/auth/revoke", refresh).status());
    seen.put("POST /api/v1/auth/session", begin().status());
    seen.put("DELETE /api/v1/auth/session", end(FROM_A_PAGE).status());
    String ops = identity.signIn("ops", RunningIdentity.PASSWORD).text("accessToken");
    seen.put("POST /api/v1/auth/keys/rotate", rotate("Authorization", "Bearer " + ops).status());
    return seen;
  }

  private Answer begin() {
    String phone = RunningIdentity.newPhone();
    identity.askForCode(phone);
    return identity.post(
        "/api/v1/auth/session",
        Map.of("phone", phone, "code", identity.receivedCode(phone)),
        FROM_A_PAGE);
  }

  private Answer end(String... headers) {
    return RunningIdentity.send(
        HttpRequest.newBuilder(identity.uri("/api/v1/auth/session")).DELETE(), headers);
  }

  private Answer rotate(String... headers) {
    return RunningIdentity.send(
        HttpRequest.newBuilder(identity.uri("/api/v1/auth/keys/rotate"))
            .POST(BodyPublishers.noBody()),
        headers);
  }

  @Test
  void namesTheStatusOfEverySuccess() {
    Map<String, Set<String>> described = new TreeMap<>();
    operations()
        .forEach((name, operation) ->
            described.put(
                name,
                new TreeSet<>(
                    operation.get("responses").propertyNames().stream()
                        .filter(status -> status.startsWith("2"))
                        .toList())));
    Map<String, Set<String>> seen = new TreeMap<>();
    calls().forEach((name, status) -> seen.put(name, Set.of(status.toString())));
    assertThat(described).isEqualTo(seen);
  }

  @Test
  void saysWhichCallsNeedAToken() {
    assertThat(rotate().status()).isEqualTo(401);
    JsonNode rotate = operations().get("POST /api/v1/auth/keys/rotate");
    assertThat(rotate.get("security").toString()).isEqualTo("[{\"bearer\":[]}]");
    assertThat(rotate.get("description").asString()).contains("OPS");
    for (String open : List.of("otp", "token", "revoke")) {
      assertThat(operations().get("POST /api/v1/auth/" + open).get("security").toString())
          .as(open)
          .isEqualTo("[]");
    }
  }

  @Test
  void describesTheSessionsOfBrowsers() {
    for (String call : List.of("POST /api/v1/auth/session", "DELETE /api/v1/auth/session")) {
      JsonNode operation = operations().get(call);
      // With the cookie or without it, and never with a bearer token.
      assertThat(operation.get("security").toString()).as(call).doesNotContain("bearer");
      assertThat(operation.get("description").asString()).as(call).contains("cookie");
      assertThat(parameters(operation, "header")).as(call).contains("X-Requested-With");
      assertThat(
              operation
                  .at("/responses")
                  .valueStream()
                  .findFirst()
                  .orElseThrow()
                  .path("headers")
                  .has("Set-Cookie"))
          .as(call)
          .isTrue();
    }
    assertThat(begin().header("Set-Cookie")).isNotBlank();
    assertThat(end(FROM_A_PAGE).header("Set-Cookie")).isNotBlank();
    assertThat(end().status()).isEqualTo(403);
  }

  private static List<String> parameters(JsonNode operation, String in) {
    return operation
        .path("parameters")
        .valueStream()
        .filter(parameter -> parameter.get("in").asString().equals(in))
        .map(parameter -> parameter.get("name").asString())
        .toList();
  }

  /** By method and path; the kit's own, of every service, are the kit's to describe. */
  private Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new TreeMap<>();
    identity
        .get("/v3/api-docs")
        .json()
        .get("paths")
        .properties()
        .forEach(path -> {
          if (!path.getKey().contains("/ops/")) {
            path.getValue()
                .properties()
                .forEach(operation ->
                    operations.put(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        operation.getValue()));
          }
        });
    return operations;
  }
}
