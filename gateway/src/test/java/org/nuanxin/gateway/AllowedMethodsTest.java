package org.nuanxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller is told who asks by a method that no path takes. */
class AllowedMethodsTest {

  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway = new RunningGateway();
    describe(
        "identity-service",
        Map.of(
            "/api/v1/auth/otp", "post",
            "/api/v1/auth/session", "delete post"));
    describe(
        "membership-service",
        Map.of(
            "/api/v1/members/search", "post",
            "/api/v1/members/{id}", "get",
            "/api/v1/members/{id}/phone", "put"));
    describe("benefits-service", Map.of("/api/v1/ops/dead-letters/{id}/redrive", "post"));
    describe("stations-service", Map.of("/api/v1/stations", "post get"));
    gateway.backend("notification-service").on("/v3/api-docs", HttpExchange::close);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/auth/otp | POST",
        "/api/v1/auth/session | POST, DELETE",
        "/api/v1/members/search | POST",
        "/api/v1/members/4711 | GET, HEAD",
        "/api/v1/members/4711/phone | PUT",
        "/api/v1/stations | GET, HEAD, POST",
        "/api/v1/ops/dead-letters/stations-service~1.2/redrive | POST",
        "/api/v1/ops/status | GET, HEAD",
        "/openapi | GET, HEAD",
        "/console/ | GET, HEAD",
        "/ | GET, HEAD"
      })
  void isWhatThePathTakes(String path, String allowed) {
    String answer = trace(path);
    assertThat(RawHttp.status(answer)).as(answer).isEqualTo(405);
    assertThat(answer).containsIgnoringCase("Allow: " + allowed + "\r\n");
  }

  @Test
  void isWhatTheTableSaysWhereNoServiceTellsBetter() {
    assertThat(trace("/api/v1/me/messages"))
        .containsIgnoringCase("Allow: GET, HEAD, POST, PUT, PATCH, DELETE\r\n");
  }

  @Test
  void isNoMethodWhereNothingIs() {
    assertThat(RawHttp.status(trace("/api/v1/mexico"))).isEqualTo(404);
    assertThat(RawHttp.status(trace("/api/v1//me"))).isEqualTo(400);
  }

  private static String trace(String path) {
    return RawHttp.say(
        gateway.port(), "TRACE " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }

  private static void describe(String service, Map<String, String> methods) {
    gateway
        .backend(service)
        .answers(
            "/v3/api-docs",
            methods.entrySet().stream()
                .map(path -> quoted(path.getKey()) + ":" + operations(path.getValue()))
                .collect(Collectors.joining(",", "{\"paths\":{", "}}")));
  }

  private static String operations(String methods) {
    return Stream.of(methods.split(" "))
        .map(method -> quoted(method) + ":{\"responses\":{}}")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
