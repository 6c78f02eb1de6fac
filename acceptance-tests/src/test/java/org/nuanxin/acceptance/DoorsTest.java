package org.nuanxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who may enter where, and what is open to all. */
class DoorsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/me",
        "/api/v1/me/timeline",
        "/api/v1/me/timeline/stream",
        "/api/v1/me/grants",
        "/api/v1/me/messages",
        "/api/v1/me/applications",
        "/api/v1/review/applications",
        "/api/v1/applications/anything",
        "/api/v1/ops/status",
        "/api/v1/ops/dead-letters",
        "/api/v1/stock"
      })
  void areClosedWithoutATokenOrWithAForgedOne(String path) {
    String forged =
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsInJvbGVzIjpbIkZFREVSQVRJT05fQURNSU4iXX0.";

    for (Client client : List.of(Client.anonymous(), Client.bearing(forged))) {
      Answer answer = client.get(path);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/review/applications", "/api/v1/ops/status", "/api/v1/ops/dead-letters"})
  void ofStaffAreClosedToWorkers(String path) {
    assertThat(Phone.ofSomebodyNew().client.get(path).status()).isIn(403, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/v1/contacts",
        "/actuator/health",
        "/api/v1/../../internal/v1/contacts",
        "/api/v1/applications/..%2f..%2f..%2finternal/v1/contacts",
        "/nothing"
      })
  void doNotExistForWhatIsInside(String path) {
    assertThat(Client.staff("admin").get(path).status()).isIn(400, 401, 403, 404, 405);
    assertThat(Client.anonymous().get(path).status()).isIn(400, 401, 404);
  }

  @Test
  void hideAnothersApplication() {
    Phone one = Phone.ofSomebodyNew();
    String id = one.joins().field("id");

    assertThat(Phone.ofSomebodyNew().client.get("/api/v1/applications/" + id).status())
        .isEqualTo(404);
    assertThat(one.client.get("/api/v1/applications/" + id).field("state")).isEqualTo("APPROVED");
  }

  @Test
  void refuseAWrongCode() {
    var worker = Phone.somebody();
    Client.anonymous().post("/api/v1/auth/otp", Map.of("phone", worker.phone()));
    String right = Phone.newestCode(worker.phone());
    String wrong = right.equals("000000") ? "000001" : "000000";

    assertThat(
            Client.anonymous()
                .post("/api/v1/auth/token", Map.of("phone", worker.phone(), "code", wrong))
                .status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.well-known/openid-configuration",
        "/oauth2/jwks",
        "/api/v1/consents/current",
        "/api/v1/communities?q=%E9%B9%BF%E5%9B%9E%E5%A4%B4",
        "/api/v1/unions?route=INDUSTRY",
        "/api/v1/stations?near=109.412,18.3029&limit=3",
        "/openapi"
      })
  void areOpenForWhatIsPublic(String path) {
    assertThat(Client.anonymous().get(path).status()).isEqualTo(200);
  }

  @Test
  void leadToTheNearestStationsFirst() {
    List<JsonNode> stations =
        Client.anonymous().get("/api/v1/stations?near=109.412,18.3029&limit=10").items();

    assertThat(stations).hasSize(10);
    assertThat(stations)
        .extracting(station -> station.path("distanceMetres").asDouble())
        .isSorted();
    assertThat(stations.getFirst().path("walkingMinutes").asInt())
        .isEqualTo(
            (int) Math.ceil(stations.getFirst().path("distanceMetres").asDouble() / (4000.0 / 60)));
  }

  @Test
  void tellOperatorsHowEveryServiceIs() {
    await()
        .atMost(Phone.SOON)
        .untilAsserted(() -> {
          List<JsonNode> rows = Client.staff("ops").get("/api/v1/ops/status").items();
          assertThat(rows)
              .extracting(row -> row.path("service").asString())
              .contains(
                  "identity-service",
                  "membership-service",
                  "benefits-service",
                  "stations-service",
                  "notification-service");
          assertThat(rows)
              .allSatisfy(row -> {
                assertThat(row.path("instances").isNumber()).isTrue();
                assertThat(row.path("outboxPending").isNumber()).isTrue();
                assertThat(row.path("consumerLag").isNumber()).isTrue();
                assertThat(row.path("deadLetters").isNumber()).isTrue();
              });
        });
  }

  @Test
  void showOperatorsHowEventsFlow() {
    Phone.ofSomebodyNew().joins();
    await()
        .atMost(Phone.SOON)
        .untilAsserted(() -> {
          JsonNode services = Client.staff("ops").get("/api/v1/ops/flow").json().path("services");
          assertThat(services)
              .filteredOn(row -> row.path("service").asString().equals("benefits-service"))
              .singleElement()
              .satisfies(row -> {
                assertThat(row.path("groups"))
                    .filteredOn(group -> group.path("handled").asLong() > 0)
                    .hasSizeGreaterThanOrEqualTo(3);
              });
          assertThat(services)
              .filteredOn(row -> row.path("service").asString().equals("membership-service"))
              .singleElement()
              .satisfies(row -> assertThat(row.at("/relay/sent").asLong()).isPositive());
          assertThat(services)
              .filteredOn(row -> row.path("service").asString().equals("identity-service"))
              .singleElement()
              .satisfies(row -> {
                assertThat(row.at("/groups/0/group").asString()).isEqualTo("identity.phones");
                assertThat(row.at("/groups/0/handled").asLong()).isPositive();
              });
        });
  }
}
