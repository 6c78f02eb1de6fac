package org.nuanxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.nuanxin.gateway.RunningGateway.json;

import com.sun.net.httpserver.HttpExchange;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The services' OpenAPI documents as one. */
class OpenApiTest {

  private static final String DOCS = "/v3/api-docs";

  @Test
  void joinsWhatAnswersAndIsWholeOnceAllDo() {
    try (RunningGateway gateway = new RunningGateway()) {
      // Warm, for a service has a second to answer in.
      gateway.getAs(gateway.issuer.operator(), "/api/v1/ops/status");
      gateway.backend("identity-service").on(DOCS, OpenApiTest::never);
      gateway
          .backend("membership-service")
          .answers(
              DOCS,
              """
              {"openapi":"3.1.0","paths":{
                "/api/v1/me":{"get":{"operationId":"mine","summary":"Who <am> I","responses":{"200":{"description":"",
                  "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Page"}}}}}}},
                "/api/v1/consents/current":{"get":{"responses":{"200":{"description":""}}}},
                "/internal/v1/contacts":{"get":{"responses":{"200":{"description":""}}}},
                "/api/v1/ops/status":{"get":{"responses":{"200":{"description":""}}}},
                "/api/v1/me/grants":{"get":{"responses":{"200":{"description":"not ours"}}}}},
               "components":{"schemas":{
                "Page":{"type":"object","properties":{"item":{"$ref":"#/components/schemas/Item"}}},
                "Item":{"type":"object","properties":{"name":{"type":"string"}}},
                "Same":{"type":"string"}}}}\
              """);
      gateway
          .backend("benefits-service")
          .answers(
              DOCS,
              """
              {"openapi":"3.1.0","paths":{
                "/api/v1/me/grants":{"get":{"operationId":"mine","responses":{"200":{"description":"",
                  "content":{"application/json":{"schema":{"$ref":"#/components/schemas/Page"}}}}}}}},
               "components":{"schemas":{
                "Page":{"type":"object","properties":{"item":{"$ref":"#/components/schemas/Item"}}},
                "Item":{"type":"object","properties":{"programme":{"type":["string","null"]}}},
                "Same":{"type":"string"}}}}\
              """);
      gateway.backend("stations-service").answers(DOCS, "{\"paths\":{}}");
      gateway.backend("notification-service").answers(DOCS, "{\"paths\":{}}");

      JsonNode partial = json(gateway.get("/openapi"));
      assertThat(partial.path("openapi").asString()).isEqualTo("3.1.0");
      assertThat(partial.path("x-partial").asBoolean()).isTrue();
      assertThat(partial.path("paths").propertyNames())
          .containsExactlyInAnyOrder(
              "/api/v1/me",
              "/api/v1/consents/current",
              "/api/v1/me/grants",
              "/api/v1/ops/status",
              "/api/v1/ops/flow",
              "/api/v1/ops/dead-letters");
      JsonNode schemas = partial.path("components").path("schemas");
      assertThat(schemas.propertyNames())
          .contains("Page", "Item", "Same", "MembershipPage", "MembershipItem")
          .contains("StatusTable", "Flow", "DeadLetterPage")
          .doesNotContain("BenefitsPage", "BenefitsItem", "MembershipSame", "BenefitsSame");
      assertThat(schemas.at("/MembershipPage/properties/item/$ref").asString())
          .isEqualTo("#/components/schemas/MembershipItem");
      assertThat(partial.at("/paths/~1api~1v1~1me/get/security/0/bearer").isArray()).isTrue();
      assertThat(partial.at("/paths/~1api~1v1~1consents~1current/get/security").isEmpty()).isTrue();
      assertThat(partial.at("/paths/~1api~1v1~1me/get/x-service").asString())
          .isEqualTo("membership-service");
      assertThat(partial.at("/paths/~1api~1v1~1me/get/operationId").asString())
          .isEqualTo("membership-service.mine");
      assertThat(partial.at("/paths/~1api~1v1~1me~1grants/get/operationId").asString())
          .isEqualTo("benefits-service.mine");

      gateway.backend("identity-service").answers(DOCS, "{\"paths\":{}}");
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> !json(gateway.get("/openapi")).path("x-partial").asBoolean());

      HttpResponse<String> page = gateway.get("/openapi/ui");
      assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'");
      assertThat(page.body())
          .contains("/api/v1/me/grants")
          .contains("Who &lt;am&gt; I")
          .contains("programme: string | null")
          .doesNotContain("<script")
          .doesNotContain("http://")
          .doesNotContain("https://");
    }
  }

  private static void never(HttpExchange exchange) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
