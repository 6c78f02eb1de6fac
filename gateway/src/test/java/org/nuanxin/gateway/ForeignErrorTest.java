package org.nuanxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.gateway.RunningGateway.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of what a service runs on, which are no problems of ours. */
class ForeignErrorTest {

  private static final String PATH = "/api/v1/stations/1";
  private static final String SECRET = "Apache Tomcat/11.0.9 org.nuanxin.Stack.trace";

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
    gateway.backend("stations-service").forget();
  }

  @ParameterizedTest
  @CsvSource({
    "400, text/html;charset=utf-8, bad-request",
    "401, text/html, unauthorized",
    "404, text/plain, not-found",
    "405, text/html, method-not-allowed",
    "409, application/json, conflict",
    "413, text/html, too-large",
    "415, text/html, unsupported-media-type",
    "429, text/html, too-many-requests",
    "500, application/json, internal",
    "502, text/html, bad-gateway",
    "503, text/html, unavailable",
    "404, , not-found",
    "404, text/event-stream, not-found"
  })
  void reachNobodyButTheirStatusDoes(int status, String type, String code) {
    answer(status, type, "<h1>" + SECRET + "</h1>");
    HttpResponse<String> response = gateway.get(PATH);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).doesNotContain("Tomcat");
    assertThat(json(response).path("type").asString())
        .isEqualTo("https://nuanxin.org/problems/" + code);
    assertThat(json(response).path("status").asInt()).isEqualTo(status);
    assertThat(json(response).path("traceId").asString())
        .isEqualTo(response.headers().firstValue("X-Trace-Id").orElseThrow());
  }

  @Test
  void leaveWhatTellsTheCallerWhatToDo() {
    answer(503, "text/html", SECRET);
    HttpResponse<String> response = gateway.get(PATH);
    assertThat(response.headers().firstValue("Retry-After")).contains("7");
    assertThat(response.headers().firstValue("Allow")).contains("POST");
    assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(response.headers().map()).doesNotContainKeys("etag", "content-language");
  }

  @Test
  void mayBeWithoutABodyOrLargeOrAnswerAHead() {
    answer(401, null, "");
    assertThat(json(gateway.get(PATH)).path("code").asString()).isEqualTo("unauthorized");
    answer(500, "text/html", SECRET.repeat(10_000));
    assertThat(json(gateway.get(PATH)).path("code").asString()).isEqualTo("internal");
    answer(404, "text/html", null);
    HttpResponse<String> head =
        gateway.send(gateway.to(PATH).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(404);
    assertThat(head.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void areNotTheServicesOwnProblems() {
    answer(422, "application/problem+json;charset=UTF-8", "{\"code\":\"own\"}");
    HttpResponse<String> response = gateway.get(PATH);
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).isEqualTo("{\"code\":\"own\"}");
    assertThat(response.headers().firstValue("ETag")).contains("\"7\"");
  }

  private static void answer(int status, String type, String body) {
    gateway
        .backend("stations-service")
        .on(
            PATH,
            exchange -> {
              var headers = exchange.getResponseHeaders();
              if (type != null) {
                headers.set("Content-Type", type);
              }
              headers.set("ETag", "\"7\"");
              headers.set("Content-Language", "en");
              headers.set("Retry-After", "7");
              headers.set("Allow", "POST");
              headers.set("WWW-Authenticate", "Bearer");
              byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
              boolean none = bytes == null || bytes.length == 0;
              exchange.sendResponseHeaders(status, none ? -1 : bytes.length);
              if (!none) {
                exchange.getResponseBody().write(bytes);
              }
              exchange.close();
            });
  }
}
