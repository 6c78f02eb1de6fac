package org.nuanxin.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nuanxin.benefits.grant.GrantFixtures;
import org.nuanxin.benefits.grant.Grants;
import org.nuanxin.benefits.testing.RunningService;
import org.nuanxin.benefits.testing.TestMember;
import org.nuanxin.benefits.testing.TestSandbox;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.kit.testing.DescribedCalls;
import tools.jackson.databind.JsonNode;

/** Holds what the OpenAPI says against what the service does. */
class DescriptionTest {

  private static final String ADMIN = TestTokens.staff(Role.FEDERATION_ADMIN);
  private static final String KEY = "Idempotency-Key";
  private static final String TYPE = "Content-Type";
  private static final String JSON = "application/json";
  private static final TestMember MEMBER = TestMember.someone();
  private static final TestSandbox SANDBOX = TestSandbox.start();
  private static RunningService service;

  /** One good call of an operation. */
  private record Call(
      String method,
      String template,
      String path,
      String token,
      Map<String, String> headers,
      String body) {

    static Call get(String template, String path, String token) {
      return new Call("GET", template, path, token, Map.of(), "");
    }

    static Call post(String path, String type, String body) {
      return new Call(
          "POST", path, path, ADMIN, Map.of(TYPE, type, KEY, UUID.randomUUID().toString()), body);
    }

    String operation() {
      return method + " " + template;
    }

    int status() {
      return service.call(method, path, token, headers, body).status();
    }

    Call without(String header) {
      Map<String, String> fewer = new HashMap<>(headers);
      fewer.remove(header);
      return new Call(method, template, path, token, fewer, body);
    }
  }

  @BeforeAll
  static void start() {
    service =
        RunningService.start(
            RunningService.freshDatabase(), "benefits-service-3", SANDBOX, Map.of());
    service
        .bean(Grants.class)
        .open(
            List.of(GrantFixtures.issuedInsurance(MEMBER, Instant.parse("2026-11-24T01:05:00Z"))));
  }

  @AfterAll
  static void stop() {
    service.close();
    SANDBOX.close();
  }

  private static List<Call> calls() {
    String code = UUID.randomUUID().toString();
    return List.of(
        Call.get("/api/v1/me/grants", "/api/v1/me/grants", MEMBER.token()),
        Call.get(
            "/api/v1/grants/{id}",
            "/api/v1/grants/" + MEMBER.grant("ACCIDENT_INSURANCE", "1"),
            MEMBER.token()),
        Call.get(
            "/api/v1/members/{id}/grants", "/api/v1/members/" + MEMBER.id() + "/grants", ADMIN),
        Call.get("/api/v1/grants", "/api/v1/grants", ADMIN),
        Call.get("/api/v1/programmes", "/api/v1/programmes", MEMBER.token()),
        Call.get("/api/v1/providers", "/api/v1/providers", ADMIN),
        Call.get("/api/v1/stock", "/api/v1/stock", ADMIN),
        Call.post("/api/v1/stock/packs", JSON, "{\"count\":1}"),
        Call.post("/api/v1/stock/codes", JSON, "{\"codes\":[\"%s\"]}".formatted(code)),
        Call.post("/api/v1/stock/codes", "text/csv", code + "-2\n"));
  }

  @Test
  void namesTheStatusOfEverySuccess() {
    Map<String, Set<String>> seen = new TreeMap<>();
    for (Call call : calls()) {
      seen.computeIfAbsent(call.operation(), each -> new TreeSet<>())
          .add(Integer.toString(call.status()));
    }

    Map<String, Set<String>> described = new TreeMap<>();
    operations()
        .forEach((name, operation) -> {
          JsonNode answers = operation.get("responses");
          List<String> successes =
              answers.propertyNames().stream().filter(status -> status.startsWith("2")).toList();
          described.put(name, new TreeSet<>(successes));
          assertThat(successes)
              .as(name)
              .allMatch(status -> answers.get(status).get("content").toString().contains("$ref"));
        });
    assertThat(described).isEqualTo(seen);
  }

  @Test
  void namesTheHeadersThatItDemands() {
    Map<String, Set<String>> demanded = new TreeMap<>();
    for (Call call : calls()) {
      Set<String> headers = demanded.computeIfAbsent(call.operation(), each -> new TreeSet<>());
      call.headers().keySet().stream()
          // Which one is told by the description of the body.
          .filter(header -> !header.equals(TYPE))
          .filter(header -> call.without(header).status() == 400)
          .forEach(headers::add);
    }

    assertThat(DescribedCalls.demandedHeaders(operations())).isEqualTo(demanded);
    assertThat(demanded).containsEntry("POST /api/v1/stock/packs", Set.of(KEY));
  }

  private static Map<String, JsonNode> operations() {
    return DescribedCalls.of(service.get("/v3/api-docs", "").body());
  }
}
