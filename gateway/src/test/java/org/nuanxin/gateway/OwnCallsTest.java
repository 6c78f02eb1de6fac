package org.nuanxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.nuanxin.gateway.RunningGateway.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The calls that the gateway answers itself, as the joined document describes them. */
class OwnCallsTest {

  private static final String STATUS = "/api/v1/ops/status";
  private static final String LETTERS = "/api/v1/ops/dead-letters";
  private static final String DOCS = "/v3/api-docs";

  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway = new RunningGateway();
    for (String service : RunningGateway.SERVICES) {
      Backend backend = gateway.backend(service);
      backend.answers(DOCS, description(service));
      backend.answers(
          STATUS,
          """
          {"items":[{"service":"x","instances":1,"outboxPending":1,"consumerLag":2,"deadLetters":3,
            "groups":[{"group":"g","topic":"t","lag":1,"handled":2}],"relay":{"sent":4},"waiting":5,
            "providers":[{"name":"insurer","state":"UP"}]}],"next":null}\
          """);
      backend.answers(
          LETTERS, "{\"items\":[{\"id\":\"" + service + "~1\",\"memberId\":null}],\"next\":null}");
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !json(gateway.get("/openapi")).path("x-partial").asBoolean(true));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {STATUS, "/api/v1/ops/flow", LETTERS})
  void areAnsweredAsDescribed(String path) {
    JsonNode document = json(gateway.get("/openapi"));
    JsonNode operation = operation(document, path, "get");
    assertThat(operation.path("x-service").asString()).isEqualTo("gateway");
    assertThat(operation.path("operationId").asString()).startsWith("gateway.");
    assertThat(operation.path("summary").asString()).isNotBlank();
    assertThat(operation.at("/security/0/bearer").isArray()).isTrue();

    HttpResponse<String> response = gateway.getAs(gateway.issuer.operator(), path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertMatches(
        document,
        operation.at("/responses/200/content/application~1json/schema"),
        json(response),
        path);
  }

  @Test
  void areDescribedWithWhatTheyTake() {
    JsonNode operation = operation(json(gateway.get("/openapi")), LETTERS, "get");
    assertThat(operation.path("parameters").valueStream().map(each -> each.path("name").asString()))
        .containsExactlyInAnyOrder("state", "memberId", "cursor", "limit");
  }

  @Test
  void leaveTheServicesOwnDescriptionsOfOthers() {
    JsonNode document = json(gateway.get("/openapi"));
    assertThat(document.at("/components/schemas").propertyNames()).contains("Row", "Letter");
    assertThat(operation(document, LETTERS + "/{id}/redrive", "post").isMissingNode()).isFalse();
    assertThat(gateway.get("/openapi/ui").body()).contains("/api/v1/ops/flow");
  }

  @Test
  void areTheOnlyOnesOpenToAnybodyWhereTheTableSaysSo() {
    JsonNode document = json(gateway.get("/openapi"));
    List<String> open =
        document.path("paths").properties().stream()
            .flatMap(path ->
                path.getValue().properties().stream()
                    .filter(operation -> operation.getValue().path("security").isEmpty())
                    .map(operation -> operation.getKey() + " " + path.getKey()))
            .toList();
    assertThat(open).containsExactly("post /api/v1/auth/otp");
  }

  private static String description(String service) {
    String more =
        service.equals("identity-service")
            ? """
            "/api/v1/auth/otp":{"post":{"responses":{}}},
            "/api/v1/auth/keys/rotate":{"post":{"responses":{}}},\
            """
            : "";
    return """
    {"paths":{%s
      "/api/v1/ops/status":{"get":{"operationId":"status","responses":{"200":{"description":""}}}},
      "/api/v1/ops/dead-letters":{"get":{"operationId":"letters",
        "parameters":[{"name":"state","in":"query"},{"name":"memberId","in":"query"},
          {"name":"cursor","in":"query"},{"name":"limit","in":"query"}],
        "responses":{"200":{"description":""}}}},
      "/api/v1/ops/dead-letters/{id}/redrive":{"post":{"responses":{}}}},
     "components":{"schemas":{"Row":{"type":"object"},
       "Letter":{"type":"object","properties":{"id":{"type":"string"},
         "service":{"type":"string"},"memberId":{"type":["string","null"]}}}}}}\
    """
        .formatted(more);
  }

  private static JsonNode operation(JsonNode document, String path, String method) {
    return document.path("paths").path(path).path(method);
  }

  /** A value and its schema say exactly the same of each other, to the last member. */
  private static void assertMatches(JsonNode document, JsonNode schema, JsonNode value, String at) {
    if (schema.has("$ref")) {
      JsonNode meant = document.at(schema.path("$ref").asString().substring(1));
      assertThat(meant.isMissingNode()).as(schema.toString()).isFalse();
      assertMatches(document, meant, value, at);
      return;
    }
    assertThat(types(schema.path("type"))).as(at).contains(type(value));
    if (value.isObject()) {
      assertThat(value.propertyNames())
          .as(at)
          .containsExactlyInAnyOrderElementsOf(schema.path("properties").propertyNames());
      for (var member : value.properties()) {
        assertMatches(
            document,
            schema.path("properties").path(member.getKey()),
            member.getValue(),
            at + "/" + member.getKey());
      }
    }
    for (JsonNode item : value.isArray() ? value : List.<JsonNode>of()) {
      assertMatches(document, schema.path("items"), item, at + "/*");
    }
    if (schema.path("format").asString("").equals("date-time")) {
      assertThat(java.time.Instant.parse(value.asString())).as(at).isNotNull();
    }
  }

  private static List<String> types(JsonNode type) {
    return type.isArray()
        ? type.valueStream().map(JsonNode::asString).toList()
        : Stream.of(type.asString()).toList();
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NUMBER -> "integer";
      default -> "null";
    };
  }
}
