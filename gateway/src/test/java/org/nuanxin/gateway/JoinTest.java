package org.nuanxin.gateway;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.nuanxin.gateway.RunningGateway.json;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is asked of all services at once. */
class JoinTest {

  private static final String STATUS = "/api/v1/ops/status";
  private static final String FLOW = "/api/v1/ops/flow";
  private static final String LETTERS = "/api/v1/ops/dead-letters";

  private static RunningGateway gateway;
  private static Backend secondBenefits;

  @BeforeAll
  static void start() {
    secondBenefits = new Backend("benefits-service-2");
    try (Backend first = new Backend("placeholder")) {
      gateway =
          new RunningGateway(
              "nuanxin.gateway.services.benefits-service="
                  + first.url()
                  + ","
                  + secondBenefits.url());
    }
    // Warm, for a service has a second to answer in.
    for (String joined : new String[] {STATUS, FLOW, LETTERS}) {
      gateway.getAs(gateway.issuer.operator(), joined);
    }
  }

  @AfterAll
  static void stop() {
    gateway.close();
    secondBenefits.close();
  }

  @BeforeEach
  void forget() {
    gateway.backends.values().forEach(Backend::forget);
    secondBenefits.forget();
  }

  @Nested
  class Status {

    @Test
    void hasARowForEveryServiceAndSaysWhereItIsPartial() {
      for (String service : RunningGateway.SERVICES) {
        gateway.backend(service).answers(STATUS, row(service, 1, 2, 3));
      }
      secondBenefits.answers(STATUS, row("benefits-service", 5, 70, 3));
      gateway.backend("stations-service").on(STATUS, JoinTest::never);
      gateway
          .backend("notification-service")
          .answers(
              STATUS,
              row("notification-service", 1, 2, 3)
                  .replace("\"consumerLag\"", "\"lagKnown\":false,\"consumerLag\""));

      long start = System.nanoTime();
      HttpResponse<String> response = gateway.getAs(gateway.issuer.operator(), STATUS);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));

      assertThat(response.statusCode()).isEqualTo(200);
      JsonNode table = json(response);
      assertThat(table.path("items").valueStream().map(row -> row.path("service").asString()))
          .containsExactly(
              "gateway",
              "identity-service",
              "membership-service",
              "benefits-service",
              "stations-service",
              "notification-service");
      assertThat(table.path("partial").asBoolean()).isTrue();
      assertRow(table.path("items").path(2), 1, 1, 1, 2, 3, false);
      // One of its two instances is dead; the other speaks for the service.
      assertRow(table.path("items").path(3), 2, 1, 5, 70, 3, true);
      assertRow(table.path("items").path(4), 1, 0, 0, 0, 0, true);
      // Kafka did not tell it; the figure is the last one known.
      assertRow(table.path("items").path(5), 1, 1, 1, 2, 3, true);
      assertThat(gateway.backend("identity-service").last().headers().getFirst("Authorization"))
          .startsWith("Bearer ");
    }

    private static String row(String service, int pending, int lag, int letters) {
      return """
      {"items":[{"service":"%s","instances":1,"outboxPending":%d,"consumerLag":%d,\
      "deadLetters":%d}],"next":null}\
      """
          .formatted(service, pending, lag, letters);
    }

    private static void assertRow(
        JsonNode row,
        int instances,
        int answered,
        int pending,
        int lag,
        int letters,
        boolean partial) {
      assertThat(row.path("instances").asInt()).isEqualTo(instances);
      assertThat(row.path("answered").asInt()).isEqualTo(answered);
      assertThat(row.path("outboxPending").asInt()).isEqualTo(pending);
      assertThat(row.path("consumerLag").asInt()).isEqualTo(lag);
      assertThat(row.path("deadLetters").asInt()).isEqualTo(letters);
      assertThat(row.path("partial").asBoolean()).isEqualTo(partial);
    }
  }

  @Nested
  class Flow {

    @Test
    void sumsWhatProcessesCountAndTakesTheLargestOfWhatTheyOnlySee() {
      gateway.backend("identity-service").answers(STATUS, "{\"items\":[]}");
      gateway.backend("membership-service").answers(STATUS, rich(7, 3, 100, 40, "CLOSED"));
      secondBenefits.answers(STATUS, rich(7, 3, 100, 40, "OPEN"));
      gateway.backend("stations-service").on(STATUS, JoinTest::never);
      gateway
          .backend("notification-service")
          .answers(
              STATUS,
              "{\"items\":[{\"service\":\"notification-service\",\"lagKnown\":false,"
                  + "\"consumerLag\":4,\"outboxPending\":2,\"deadLetters\":1}]}");
      JsonNode flow = flow();

      assertThat(Instant.parse(flow.path("at").asString()))
          .isCloseTo(Instant.now(), within(1, MINUTES));
      assertThat(flow.path("partial").asBoolean()).isTrue();
      assertThat(flow.path("services").valueStream().map(row -> row.path("service").asString()))
          .containsExactly(
              "gateway",
              "identity-service",
              "membership-service",
              "benefits-service",
              "stations-service",
              "notification-service");
      JsonNode membership = flow.path("services").path(2);
      assertThat(membership.path("instances").asInt()).isEqualTo(1);
      assertThat(membership.path("up").asInt()).isEqualTo(1);
      assertThat(membership.path("partial").asBoolean()).isFalse();
      assertThat(membership.at("/groups/0/group").asString()).isEqualTo("benefits.grants");
      assertThat(membership.at("/groups/0/topic").asString()).isEqualTo("members");
      assertThat(membership.at("/groups/0/lag").asLong()).isEqualTo(3);
      assertThat(membership.at("/groups/0/handled").asLong()).isEqualTo(100);
      assertThat(membership.at("/relay/sent").asLong()).isEqualTo(40);
      assertThat(membership.at("/relay/pending").asLong()).isEqualTo(7);
      assertThat(membership.path("waiting").asLong()).isEqualTo(5);
      assertThat(membership.at("/providers/0/state").asString()).isEqualTo("CLOSED");
      JsonNode benefits = flow.path("services").path(3);
      assertThat(benefits.path("instances").asInt()).isEqualTo(2);
      assertThat(benefits.path("up").asInt()).isEqualTo(1);
      assertThat(benefits.path("partial").asBoolean()).isTrue();
      assertThat(benefits.at("/providers/0/state").asString()).isEqualTo("OPEN");
      JsonNode silent = flow.path("services").path(4);
      assertThat(silent.path("up").asInt()).isZero();
      assertThat(silent.path("groups").isArray()).isTrue();
      assertThat(silent.path("partial").asBoolean()).isTrue();
      // What a service says today, without the finer figures.
      JsonNode plain = flow.path("services").path(5);
      assertThat(plain.path("consumerLag").asLong()).isEqualTo(4);
      assertThat(plain.at("/relay/pending").asLong()).isEqualTo(2);
      assertThat(plain.path("partial").asBoolean()).isTrue();
    }

    @Test
    void joinsTheInstancesOfAService() {
      try (Backend first = new Backend("first");
          Backend second = new Backend("second");
          RunningGateway two =
              new RunningGateway(
                  "nuanxin.gateway.services.benefits-service="
                      + first.url()
                      + ","
                      + second.url())) {
        first.answers(STATUS, rich(7, 3, 100, 40, "OPEN"));
        second.answers(STATUS, rich(6, 9, 11, 2, "CLOSED"));
        JsonNode row = json(two.getAs(two.issuer.operator(), FLOW)).path("services").path(3);

        assertThat(row.path("up").asInt()).isEqualTo(2);
        assertThat(row.path("partial").asBoolean()).isFalse();
        assertThat(row.path("outboxPending").asLong()).isEqualTo(7);
        assertThat(row.at("/groups/0/lag").asLong()).isEqualTo(9);
        assertThat(row.at("/groups/0/handled").asLong()).isEqualTo(111);
        assertThat(row.at("/relay/sent").asLong()).isEqualTo(42);
        assertThat(row.path("providers").size()).isEqualTo(1);
        assertThat(row.at("/providers/0/state").asString()).isEqualTo("OPEN");
      }
    }

    @Test
    void countsTheCallsThatCameInForAService() {
      long before = requests(flow(), 4);
      long errorsBefore = errors(flow(), 4);
      gateway.get("/api/v1/stations");
      gateway
          .backend("stations-service")
          .on("/api/v1/stations/1", exchange -> Backend.answer(exchange, 500, "{}"));
      gateway.get("/api/v1/stations/1");
      await()
          .untilAsserted(() -> {
            JsonNode after = flow();
            assertThat(requests(after, 4)).isEqualTo(before + 2);
            assertThat(errors(after, 4)).isEqualTo(errorsBefore + 1);
            assertThat(requests(after, 0)).isGreaterThanOrEqualTo(requests(after, 4));
          });
    }

    private static JsonNode flow() {
      var response = gateway.getAs(gateway.issuer.operator(), FLOW);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return json(response);
    }

    private static long requests(JsonNode flow, int row) {
      return flow.path("services").path(row).at("/http/requests").asLong();
    }

    private static long errors(JsonNode flow, int row) {
      return flow.path("services").path(row).at("/http/errors").asLong();
    }

    private static String rich(int pending, int lag, int handled, int sent, String state) {
      return """
      {"items":[{"service":"x","instances":1,"outboxPending":%d,"consumerLag":%d,"deadLetters":0,\
      "groups":[{"group":"benefits.grants","topic":"members","lag":%d,"handled":%d}],\
      "relay":{"sent":%d},"waiting":5,"providers":[{"name":"insurer","state":"%s"}]}],"next":null}\
      """
          .formatted(pending, lag, lag, handled, sent, state);
    }
  }

  @Nested
  class DeadLetters {

    @Test
    void areOneListWhosePagesAreFull() {
      for (String service : RunningGateway.SERVICES) {
        gateway.backend(service).answers(LETTERS, "{\"items\":[],\"next\":null}");
      }
      gateway.backend("membership-service").on(LETTERS, three("membership-service"));
      secondBenefits.on(LETTERS, three("benefits-service"));

      JsonNode first = page(LETTERS + "?limit=2&state=OPEN");
      assertThat(ids(first)).containsExactly("membership-service~1", "membership-service~2");
      JsonNode second = page(LETTERS + "?limit=2&cursor=" + first.path("next").asString());
      assertThat(ids(second)).containsExactly("membership-service~3", "benefits-service~1");
      JsonNode third = page(LETTERS + "?limit=3&cursor=" + second.path("next").asString());
      assertThat(ids(third)).containsExactly("benefits-service~2", "benefits-service~3");
      assertThat(third.path("next").isNull()).isTrue();
      assertThat(third.path("partial").asBoolean()).isFalse();
      assertThat(third.path("items").path(0).path("service").asString())
          .isEqualTo("benefits-service");
      assertThat(gateway.backend("identity-service").received().getFirst().target())
          .contains("state=OPEN");
    }

    @Test
    void nameTheServiceThatDidNotAnswer() {
      for (String service : RunningGateway.SERVICES) {
        gateway.backend(service).answers(LETTERS, "{\"items\":[],\"next\":null}");
      }
      secondBenefits.on(LETTERS, JoinTest::never);
      gateway
          .backend("notification-service")
          .answers(LETTERS, "{\"items\":[{\"id\":\"notification-service~1\"}],\"next\":null}");
      JsonNode page = page(LETTERS);
      assertThat(ids(page)).containsExactly("notification-service~1");
      assertThat(page.path("partial").asBoolean()).isTrue();
      assertThat(page.path("unavailable").path(0).asString()).isEqualTo("benefits-service");
    }

    @Test
    void refuseWhatIsNoLimitAndNoCursor() {
      for (String query :
          new String[] {"limit=0", "limit=101", "limit=x", "cursor=x", "cursor=eA"}) {
        var response = gateway.getAs(gateway.issuer.operator(), LETTERS + "?" + query);
        assertThat(response.statusCode()).as(query).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type"))
            .contains("application/problem+json");
      }
    }

    @Test
    void passOnAServicesRefusalOfAQuery() {
      gateway
          .backend("identity-service")
          .on(LETTERS, exchange -> Backend.answer(exchange, 400, "{\"code\":\"bad-state\"}"));
      var response = gateway.getAs(gateway.issuer.operator(), LETTERS + "?state=NONE");
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(json(response).path("code").asString()).isEqualTo("bad-state");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "memberId=%7Ba%7D",
          "memberId=%7Ba",
          "memberId=%25",
          "memberId=a%2Bb",
          "memberId=a%26state%3DOPEN",
          "memberId=%E6%9A%96%20%7C%5E",
          "memberId=a&memberId=%7Bb%7D",
          "%7Bname%7D=x",
          "state"
        })
    void askServicesForExactlyWhatWasAsked(String query) {
      for (String service : RunningGateway.SERVICES) {
        gateway.backend(service).answers(LETTERS, "{\"items\":[],\"next\":null}");
      }
      secondBenefits.answers(LETTERS, "{\"items\":[],\"next\":null}");

      JsonNode page = page(LETTERS + "?" + query);
      assertThat(page.path("unavailable").isEmpty()).as(page.toString()).isTrue();
      String asked = gateway.backend("stations-service").last().target();
      assertThat(decoded(asked)).isEqualTo(decoded(LETTERS + "?" + query + "&limit=20"));
    }

    private static List<String> decoded(String target) {
      return Stream.of(target.substring(target.indexOf('?') + 1).split("&"))
          .map(pair ->
              Stream.of(pair.split("=", 2))
                  .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                  .toList()
                  .toString())
          .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Tomcat</html>"})
    void tellARefusalThatIsNoProblemInTheirOwnWords(String body) {
      gateway
          .backend("identity-service")
          .on(
              LETTERS,
              exchange -> {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(400, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
              });
      var response = gateway.getAs(gateway.issuer.operator(), LETTERS + "?state=NONE");
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(json(response).path("code").asString()).isEqualTo("bad-request");
    }

    private static JsonNode page(String target) {
      var response = gateway.getAs(gateway.issuer.operator(), target);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return json(response);
    }

    private static Stream<String> ids(JsonNode page) {
      return page.path("items").valueStream().map(item -> item.path("id").asString());
    }

    /** Three letters, with the service's own cursor being the number of the last one seen. */
    private static HttpHandler three(String service) {
      return exchange -> {
        String query = exchange.getRequestURI().getQuery();
        int limit = Integer.parseInt(query.replaceAll(".*limit=(\\d+).*", "$1"));
        int seen =
            query.contains("cursor=")
                ? Integer.parseInt(query.replaceAll(".*cursor=(\\d+).*", "$1"))
                : 0;
        StringBuilder items = new StringBuilder();
        int last = Math.min(3, seen + limit);
        for (int i = seen + 1; i <= last; i++) {
          items.append(items.isEmpty() ? "" : ",");
          items.append("{\"id\":\"").append(service).append('~').append(i).append("\"}");
        }
        Backend.answer(
            exchange,
            200,
            "{\"items\":["
                + items
                + "],\"next\":"
                + (last < 3 ? "\"" + last + "\"" : "null")
                + "}");
      };
    }
  }

  @Nested
  class OpenApi {

    @Test
    void isAPageForBrowsersAndJsonForAllOthers() {
      String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
      assertThat(type(gateway.get("/openapi", "Accept", browser))).startsWith("text/html");
      assertThat(type(gateway.get("/openapi", "Accept", "application/json")))
          .isEqualTo("application/json");
      assertThat(type(gateway.get("/openapi", "Accept", "*/*"))).isEqualTo("application/json");
      assertThat(type(gateway.get("/openapi"))).isEqualTo("application/json");
      assertThat(type(gateway.get("/openapi/ui.css"))).startsWith("text/css");
    }

    private static String type(HttpResponse<String> response) {
      return response.headers().firstValue("Content-Type").orElseThrow();
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
