package org.nuanxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.nuanxin.gateway.RunningGateway.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets through, and what reaches the service. */
class EntryTest {

  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway = new RunningGateway();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void forget() {
    gateway.backends.values().forEach(Backend::forget);
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class RouteByRoute {

    Stream<Arguments> signedInOnly() {
      return Stream.of(
          arguments("GET", "/api/v1/auth/anything", "identity-service"),
          arguments("GET", "/api/v1/applications/1", "membership-service"),
          arguments("POST", "/api/v1/applications", "membership-service"),
          arguments("PUT", "/api/v1/applications/1", "membership-service"),
          arguments("POST", "/api/v1/applications/1/withdraw", "membership-service"),
          arguments("GET", "/api/v1/communities/1", "membership-service"),
          arguments("POST", "/api/v1/communities", "membership-service"),
          arguments("GET", "/api/v1/unions/1", "membership-service"),
          arguments("POST", "/api/v1/unions", "membership-service"),
          arguments("POST", "/api/v1/consents", "membership-service"),
          arguments("GET", "/api/v1/review/applications", "membership-service"),
          arguments("POST", "/api/v1/review/applications/1/approve", "membership-service"),
          arguments("GET", "/api/v1/members/1", "membership-service"),
          arguments("GET", "/api/v1/me", "membership-service"),
          arguments("POST", "/api/v1/routing", "membership-service"),
          arguments("GET", "/api/v1/figures", "membership-service"),
          arguments("GET", "/api/v1/members/search?q=a", "membership-service"),
          arguments("POST", "/api/v1/members/search", "membership-service"),
          arguments("POST", "/api/v1/members/1/disclosure", "membership-service"),
          arguments("GET", "/api/v1/members/1/timeline", "membership-service"),
          arguments("GET", "/api/v1/members/grants", "membership-service"),
          arguments("GET", "/api/v1/members/1/grants/2", "membership-service"),
          arguments("GET", "/api/v1/members/1/2/grants", "membership-service"),
          arguments("GET", "/api/v1/members/1/grants", "benefits-service"),
          arguments("GET", "/api/v1/members/1/messages", "notification-service"),
          arguments("GET", "/api/v1/me/record", "membership-service"),
          arguments("GET", "/api/v1/me/access-log", "membership-service"),
          arguments("GET", "/api/v1/me/applications", "membership-service"),
          arguments("PUT", "/api/v1/me/phone", "membership-service"),
          arguments("POST", "/api/v1/me/leave", "membership-service"),
          arguments("GET", "/api/v1/me/timeline", "membership-service"),
          arguments("GET", "/api/v1/me/timeline/stream", "membership-service"),
          arguments("GET", "/api/v1/me/grants", "benefits-service"),
          arguments("GET", "/api/v1/programmes", "benefits-service"),
          arguments("GET", "/api/v1/grants/1", "benefits-service"),
          arguments("GET", "/api/v1/grants", "benefits-service"),
          arguments("GET", "/api/v1/providers", "benefits-service"),
          arguments("POST", "/api/v1/stock/1", "benefits-service"),
          arguments("GET", "/api/v1/me/messages", "notification-service"),
          arguments("GET", "/api/v1/me/messages/stream", "notification-service"),
          arguments("POST", "/api/v1/me/messages/1/read", "notification-service"),
          arguments("POST", "/api/v1/stations/1/visits", "stations-service"),
          arguments("DELETE", "/api/v1/stations/1", "stations-service"));
    }

    Stream<Arguments> open() {
      return Stream.of(
          arguments("POST", "/api/v1/auth/otp", "identity-service"),
          arguments("POST", "/api/v1/auth/token", "identity-service"),
          arguments("POST", "/api/v1/auth/revoke", "identity-service"),
          arguments("GET", "/oauth2/jwks", "identity-service"),
          arguments("GET", "/.well-known/openid-configuration", "identity-service"),
          arguments("GET", "/api/v1/consents/current", "membership-service"),
          arguments("GET", "/api/v1/communities?q=a", "membership-service"),
          arguments("GET", "/api/v1/unions?route=INDUSTRY", "membership-service"),
          arguments("GET", "/api/v1/stations?near=109.5,18.2&limit=5", "stations-service"),
          arguments("HEAD", "/api/v1/stations", "stations-service"),
          arguments("GET", "/api/v1/stations/1", "stations-service"));
    }

    @ParameterizedTest
    @MethodSource("signedInOnly")
    void letsInOnlyGenuineTokens(String method, String target, String service) {
      TestIssuer issuer = gateway.issuer;
      Instant past = Instant.now().minus(Duration.ofMinutes(5));
      Map<String, String> refused =
          Map.of(
              "forged", issuer.forged(),
              "unknown key", issuer.signedWithUnknownKey("unheard-of"),
              "unsigned", issuer.unsigned(),
              "expired", issuer.token(claims -> claims.expirationTime(Date.from(past))),
              "no expiry", issuer.token(claims -> claims.expirationTime(null)),
              "not yet valid",
                  issuer.token(
                      claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(300)))),
              "wrong issuer", issuer.token(claims -> claims.issuer("https://elsewhere.example")),
              "wrong audience", issuer.token(claims -> claims.audience("other")),
              "garbage", "abc",
              "almost a token", "e30.e30.e30");

      HttpResponse<String> without = call(method, target, null);
      assertThat(without.statusCode()).isEqualTo(401);
      assertThat(without.headers().firstValue("WWW-Authenticate")).contains("Bearer");
      assertThat(json(without).path("type").asString())
          .isEqualTo("https://nuanxin.org/problems/unauthorized");
      refused.forEach((how, token) -> {
        HttpResponse<String> response = call(method, target, token);
        assertThat(response.statusCode()).as(how).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type"))
            .contains("application/problem+json");
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
            .contains("invalid_token");
      });
      assertThat(gateway.backend(service).received()).isEmpty();

      assertThat(call(method, target, issuer.worker("w")).statusCode()).isEqualTo(200);
      assertThat(gateway.backend(service).last().method()).isEqualTo(method);
      assertThat(gateway.backend(service).last().target()).isEqualTo(target);
    }

    @ParameterizedTest
    @MethodSource("open")
    void letsEverybodyInWhereItIsPublic(String method, String target, String service) {
      assertThat(call(method, target, null).statusCode()).isEqualTo(200);
      assertThat(gateway.backend(service).last().target()).isEqualTo(target);
      // An old token must not keep anybody from signing in anew.
      assertThat(call(method, target, gateway.issuer.forged()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/internal/v1/contacts",
          "/internal",
          "/actuator",
          "/actuator/health",
          "/actuator/prometheus",
          "/actuator/gateway/routes",
          "/v3/api-docs",
          "/oauth2/token",
          "/oauth2/authorize",
          "/oauth2/introspect",
          "/error",
          "/favicon.ico",
          "/api",
          "/api/v1",
          "/api/v1/",
          "/api/v2/me",
          "/api/v1/mexico",
          "/api/v1/me/",
          "/api/v1/me/unknown",
          "/api/v1/authority",
          "/api/v1/internal/contacts",
          "/api/v1/ops",
          "/api/v1/ops/reconciliation",
          "/api/v1/providers/x",
          "/api/v1/figures/x",
          "/api/v1/ops/dead-letters/no-prefix",
          "/api/v1/ops/dead-letters/unknown-service~1",
          "/oauth2/jwks/x",
          "/openapi/other",
          "/API/V1/ME"
        })
    void knowsNothingElse(String target) {
      for (String token : new String[] {null, gateway.issuer.operator()}) {
        HttpResponse<String> response = call("GET", target, token);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response).path("code").asString()).isEqualTo("not-found");
      }
      assertNothingPassed();
    }

    private HttpResponse<String> call(String method, String target, String token) {
      var body =
          method.equals("POST") || method.equals("PUT")
              ? BodyPublishers.ofString("{}")
              : BodyPublishers.noBody();
      var request = gateway.to(target).method(method, body);
      if (token != null) {
        request.header("Authorization", "Bearer " + token);
      }
      return gateway.send(request);
    }
  }

  @Nested
  class Operators {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/api/v1/ops/status",
          "/api/v1/ops/flow",
          "/api/v1/ops/dead-letters",
          "/api/v1/ops/dead-letters/benefits-service~insurance.member.3.17",
          "/api/v1/auth/keys/rotate"
        })
    void alonePassToOperations(String target) {
      assertThat(gateway.get(target).statusCode()).isEqualTo(401);
      HttpResponse<String> worker = gateway.getAs(gateway.issuer.worker("w"), target);
      assertThat(worker.statusCode()).isEqualTo(403);
      assertThat(json(worker).path("code").asString()).isEqualTo("forbidden");
      assertNothingPassed();

      assertThat(gateway.getAs(gateway.issuer.operator(), target).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redrive", "dry-run"})
    void reachTheServiceThatOwnsTheDeadLetter(String call) {
      String target = "/api/v1/ops/dead-letters/notification-service~sms.grant.0.4/" + call;
      HttpResponse<String> response =
          gateway.post(target, "", "Authorization", "Bearer " + gateway.issuer.operator());

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(gateway.backend("notification-service").last().target()).isEqualTo(target);
    }

    @Test
    void aloneRotateKeys() {
      String target = "/api/v1/auth/keys/rotate";
      assertThat(gateway.post(target, "").statusCode()).isEqualTo(401);
      String worker = "Bearer " + gateway.issuer.worker("w");
      assertThat(gateway.post(target, "", "Authorization", worker).statusCode()).isEqualTo(403);
      assertNothingPassed();

      String operator = "Bearer " + gateway.issuer.operator();
      assertThat(gateway.post(target, "", "Authorization", operator).statusCode()).isEqualTo(200);
      assertThat(gateway.backend("identity-service").last().target()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redrive", "dry-run"})
    void aloneReachADeadLetter(String call) {
      String target = "/api/v1/ops/dead-letters/benefits-service~insurance.member.3.17/" + call;
      assertThat(gateway.post(target, "").statusCode()).isEqualTo(401);
      assertThat(
              gateway
                  .post(target, "", "Authorization", "Bearer " + gateway.issuer.worker("w"))
                  .statusCode())
          .isEqualTo(403);
      assertNothingPassed();
    }
  }

  @Nested
  class Methods {

    @ParameterizedTest
    @ValueSource(
        strings = {"/oauth2/jwks", "/openapi", "/", "/console/x", "/nowhere", "/.well-known/x"})
    void areRefusedWhereThePathOnlyReads(String target) {
      HttpResponse<String> response =
          gateway.post(target, "", "Authorization", "Bearer " + gateway.issuer.operator());
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
      assertThat(json(response).path("code").asString()).isEqualTo("method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "FOO"})
    void areRefusedWhenNobodyNeedsThem(String method) {
      String answer =
          RawHttp.say(
              gateway.port(),
              method + " /api/v1/stations HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(RawHttp.status(answer)).isIn(400, 404, 405);
      assertThat(gateway.backend("stations-service").received())
          .allSatisfy(call -> assertThat(call.method()).isEqualTo("GET"))
          .allSatisfy(call -> assertThat(call.target()).isEqualTo("/v3/api-docs"));
    }
  }

  @Nested
  class Paths {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/api/v1/stations/../../../internal/v1/contacts",
          "/api/v1/stations/..%2f..%2f..%2finternal/v1/contacts",
          "/api/v1/stations/%2e%2e/%2e%2e/%2e%2e/internal/v1/contacts",
          "/api/v1/stations/.%2e/internal",
          "/api/v1/stations/%252e%252e/internal",
          "/api/v1/stations/..;/..;/..;/internal/v1/contacts",
          "/api/v1/stations/;/../internal",
          "/api/v1/stations/..%5c..%5cinternal",
          "/api/v1/stations/..\\..\\internal",
          "/api/v1/stations//internal/v1/contacts",
          "/api/v1/stations/./internal",
          "/api/v1/stations/%00/internal",
          "/api/v1/stations/%0d%0aX:1",
          "/api/v1/stations/%c0%ae%c0%ae/%2e",
          "/api/v1/stations/%",
          "/api/v1/stations/%zz",
          "//internal/v1/contacts",
          "/%2finternal",
          "/./actuator/health",
          "/api/v1/me;role=OPS",
          "/api/v1/%2e%2e/%2e%2e/actuator/health",
          "/internal%2fv1/contacts",
          "*",
          "http://127.0.0.1/internal/v1/contacts",
          "http://elsewhere.example/actuator/health",
          "internal/v1/contacts"
        })
    void reachNothingByTricks(String target) {
      String answer =
          RawHttp.get(gateway.port(), target, "Authorization: Bearer " + gateway.issuer.operator());
      assertThat(RawHttp.status(answer)).as(answer).isIn(400, 404);
      assertThat(answer).contains("application/problem+json");
      assertNothingPassed();
    }

    @Test
    void passUnchangedWhenTheyAreInPlainForm() {
      String target = "/api/v1/stations/%E6%9A%96%E6%96%B0~a.b-c_d:1@2?q=%E4%B8%89%2F..&x=%20+";
      assertThat(RawHttp.status(RawHttp.get(gateway.port(), target))).isEqualTo(200);
      assertThat(gateway.backend("stations-service").last().target()).isEqualTo(target);
    }
  }

  @Nested
  class UnreadableRequests {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "nonsense\r\n\r\n",
          "GET /api/v1/stations?q=^| HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nBad Name: 1\r\nConnection: close\r\n\r\n",
          "POST /api/v1/auth/otp HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
              + "Content-Length: 3\r\n\r\n{}",
          "POST /api/v1/auth/otp HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"
        })
    void areAnsweredWithAProblem(String request) {
      String answer = RawHttp.say(gateway.port(), request);
      assertThat(RawHttp.status(answer)).as(answer).isEqualTo(400);
      assertThat(answer).contains("application/problem+json").contains("\"code\":\"bad-request\"");
      assertNothingPassed();
    }

    @Test
    void areTooLargeInTheirHeader() {
      String answer =
          RawHttp.get(gateway.port(), "/api/v1/stations", "X-Large: " + "x".repeat(20_000));
      assertThat(RawHttp.status(answer)).isEqualTo(431);
      assertThat(answer).contains("problems/too-large");
    }

    @Test
    void areTooLargeInTheirUrl() {
      String answer = RawHttp.get(gateway.port(), "/api/v1/stations?q=" + "x".repeat(10_000));
      assertThat(RawHttp.status(answer)).isEqualTo(414);
      assertThat(answer).contains("problems/too-large");
    }

    @Test
    void cannotSmuggleASecondRequestBehindAFirst() {
      String smuggled =
          "POST /api/v1/auth/otp HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"
              + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
              + "0\r\n\r\nGET /internal/v1/contacts HTTP/1.1\r\nHost: x\r\n\r\n";
      RawHttp.say(gateway.port(), smuggled);
      assertThat(gateway.backend("identity-service").received())
          .allSatisfy(call -> assertThat(call.target()).doesNotContain("internal"))
          .allSatisfy(call -> assertThat(call.body()).isEmpty());
    }
  }

  @Nested
  class Correlation {

    @Test
    void keepsAWellFormedRequestId() {
      var response = gateway.get("/api/v1/stations", "X-Request-Id", "phone-4711.a_b");
      assertThat(response.headers().firstValue("X-Request-Id")).contains("phone-4711.a_b");
      assertThat(received("X-request-id")).containsExactly("phone-4711.a_b");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"short", "has space inside", "inject<script>", "11111111\"", "{x}xxxxxx"})
    void makesANewRequestIdForAnyOther(String sent) {
      var response = gateway.get("/api/v1/stations", "X-Request-Id", sent);
      String made = response.headers().firstValue("X-Request-Id").orElseThrow();
      assertThat(made).isNotEqualTo(sent).matches("[0-9a-f]{32}");
      assertThat(received("X-request-id")).containsExactly(made);
    }

    @Test
    void continuesTheCallersTrace() {
      String sent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
      var response = gateway.get("/api/v1/stations", "traceparent", sent);
      assertThat(received("Traceparent")).containsExactly(sent);
      assertThat(response.headers().firstValue("X-Trace-Id"))
          .contains("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void beginsATraceThatProblemsName() {
      gateway.get("/api/v1/stations", "traceparent", "00-nonsense-01");
      assertThat(received("Traceparent").getFirst()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
      var problem = gateway.get("/api/v1/me");
      assertThat(json(problem).path("traceId").asString())
          .isEqualTo(problem.headers().firstValue("X-Trace-Id").orElseThrow());
      assertThat(json(problem).path("instance").asString()).isEqualTo("/api/v1/me");
      assertThat(json(problem).path("status").asInt()).isEqualTo(401);
      assertThat(json(problem).path("title").asString()).isEqualTo("Unauthorized");
    }
  }

  @Nested
  class HeaderFields {

    @Test
    void cannotBeForgedFromOutside() {
      RawHttp.get(
          gateway.port(),
          "/api/v1/stations",
          "X-Forwarded-For: 1.2.3.4",
          "X-Forwarded-Host: evil.example",
          "X-Forwarded-Prefix: /internal",
          "Forwarded: for=1.2.3.4",
          "X-Real-IP: 1.2.3.4",
          "True-Client-IP: 1.2.3.4",
          "X-Original-URL: /internal/v1/contacts",
          "X-Rewrite-Url: /internal/v1/contacts",
          "X-HTTP-Method-Override: DELETE",
          "X-Nuanxin-Caller: admin",
          "Proxy-Authorization: Basic x",
          "baggage: a=b",
          "Cookie: session=1",
          "TE: trailers",
          "Keep-Alive: 5");

      var headers = gateway.backend("stations-service").last().headers();
      assertThat(headers.get("X-forwarded-for")).containsExactly("127.0.0.1");
      assertThat(headers)
          .doesNotContainKeys(
              "X-forwarded-host",
              "X-forwarded-prefix",
              "Forwarded",
              "X-real-ip",
              "True-client-ip",
              "X-original-url",
              "X-rewrite-url",
              "X-http-method-override",
              "X-nuanxin-caller",
              "Proxy-authorization",
              "Baggage",
              "Cookie",
              "Te",
              "Keep-alive");
    }

    @Test
    void namedByConnectionEndHereButNeverTheToken() {
      String token = gateway.issuer.worker("w");
      RawHttp.say(
          gateway.port(),
          "GET /api/v1/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
              + token
              + "\r\nX-Once: 1\r\nConnection: close, X-Once, Authorization\r\n\r\n");
      var headers = gateway.backend("membership-service").last().headers();
      assertThat(headers.containsKey("X-once")).isFalse();
      assertThat(headers.get("Authorization")).containsExactly("Bearer " + token);
    }

    @Test
    void inWhichTheBrowserTellsWhereARequestComesFromPass() {
      RawHttp.get(
          gateway.port(),
          "/api/v1/stations",
          "Sec-Fetch-Site: cross-site",
          "Sec-Fetch-Mode: cors",
          "Sec-WebSocket-Key: x",
          "Sec-GPC: 1");

      var headers = gateway.backend("stations-service").last().headers();
      assertThat(headers.get("Sec-fetch-site")).containsExactly("cross-site");
      assertThat(headers.get("Sec-fetch-mode")).containsExactly("cors");
      assertThat(headers).doesNotContainKeys("Sec-websocket-key", "Sec-gpc");
    }

    @Test
    void ofTheCallersOwnPass() {
      gateway.post(
          "/api/v1/applications",
          "{\"name\":\"李秀英\"}",
          "Authorization",
          "Bearer " + gateway.issuer.worker("w"),
          "Idempotency-Key",
          "k-1",
          "If-Match",
          "\"3\"",
          "Accept-Language",
          "zh-CN",
          "Last-Event-ID",
          "7");
      var received = gateway.backend("membership-service").last();
      assertThat(received.headers().getFirst("Idempotency-key")).isEqualTo("k-1");
      assertThat(received.headers().getFirst("If-match")).isEqualTo("\"3\"");
      assertThat(received.headers().getFirst("Accept-language")).isEqualTo("zh-CN");
      assertThat(received.headers().getFirst("Last-event-id")).isEqualTo("7");
      assertThat(received.headers().getFirst("Content-type")).isEqualTo("application/json");
      assertThat(received.body()).isEqualTo("{\"name\":\"李秀英\"}");
    }

    @Test
    void carryCookiesToAndFromIdentityOnly() {
      gateway
          .backend("identity-service")
          .on(
              "/api/v1/auth/session",
              exchange -> {
                exchange.getResponseHeaders().add("Set-Cookie", "session=abc; HttpOnly");
                Backend.answer(exchange, 200, "{}");
              });
      var response = gateway.post("/api/v1/auth/session", "{}", "Cookie", "session=old");
      assertThat(response.headers().firstValue("Set-Cookie")).contains("session=abc; HttpOnly");
      assertThat(gateway.backend("identity-service").last().headers().getFirst("Cookie"))
          .isEqualTo("session=old");
    }

    @Test
    void ofTheAnswerPassExceptWhatTellsTheSoftware() {
      gateway
          .backend("stations-service")
          .on(
              "/api/v1/stations",
              exchange -> {
                exchange.getResponseHeaders().add("Server", "secret/1.0");
                exchange.getResponseHeaders().add("X-Powered-By", "secret");
                exchange.getResponseHeaders().add("X-Request-Id", "the-services-own");
                exchange.getResponseHeaders().add("X-Content-Type-Options", "nosniff");
                exchange.getResponseHeaders().add("ETag", "\"7\"");
                exchange.getResponseHeaders().add("Link", "<a>; rel=next");
                exchange.getResponseHeaders().add("Link", "<b>; rel=prev");
                Backend.answer(exchange, 203, "{\"a\":1}");
              });
      var response = gateway.get("/api/v1/stations");
      assertThat(response.statusCode()).isEqualTo(203);
      assertThat(response.body()).isEqualTo("{\"a\":1}");
      assertThat(response.headers().map()).doesNotContainKeys("server", "x-powered-by");
      assertThat(response.headers().allValues("X-Request-Id"))
          .hasSize(1)
          .doesNotContain("the-services-own");
      assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(response.headers().allValues("Link")).hasSize(2);
      assertThat(response.headers().firstValue("ETag")).contains("\"7\"");
    }

    @Test
    void forbidGuessingTypesInProblemsToo() {
      assertThat(gateway.get("/nowhere").headers().firstValue("X-Content-Type-Options"))
          .contains("nosniff");
    }
  }

  private static List<String> received(String header) {
    return gateway.backend("stations-service").last().headers().get(header);
  }

  private static void assertNothingPassed() {
    assertThat(gateway.backends.values())
        .extracting((Function<Backend, List<Backend.Received>>) Backend::received)
        .allSatisfy(calls -> assertThat(calls).isEmpty());
  }
}
