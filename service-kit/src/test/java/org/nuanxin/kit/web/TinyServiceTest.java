package org.nuanxin.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.security.TestTokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts {@link TinyService} on real ports once for all tests that call it over HTTP. */
@SpringBootTest(
    classes = TinyService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "nuanxin.service=tiny-service",
      "nuanxin.instance=tiny-service-1",
      "nuanxin.sse.heartbeat=200ms",
      "server.tomcat.connection-timeout=2s"
    })
public abstract class TinyServiceTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  @Value("${local.server.port}")
  protected int port;

  @Value("${local.management.port}")
  protected int managementPort;

  @DynamicPropertySource
  static void tokens(DynamicPropertyRegistry registry) {
    TestTokens.register(registry);
  }

  protected HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  protected HttpResponse<String> get(String path, @Nullable String token) {
    return token == null
        ? send(request(path).GET())
        : send(request(path, "Authorization", "Bearer " + token).GET());
  }

  protected HttpResponse<String> post(String path, String json) {
    return post(path, BodyPublishers.ofString(json), "Content-Type", "application/json");
  }

  protected HttpResponse<String> post(String path, BodyPublisher body, String... headers) {
    return send(request(path, headers).POST(body));
  }

  protected HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  protected static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("The service gave no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  protected static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  /** Asserts a problem of this status and code, and that it tells nothing about our insides. */
  protected static JsonNode problem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode body = json(response);
    assertThat(body.path("type").asString()).isEqualTo("https://nuanxin.org/problems/" + code);
    assertThat(body.path("status").asInt()).isEqualTo(status);
    assertThat(body.path("title").asString()).isNotBlank();
    assertThat(body.path("detail").asString()).isNotBlank();
    assertThat(body.path("instance").asString()).startsWith("/");
    assertThat(body.path("traceId").asString()).matches("[0-9a-f]{32}");
    assertThat(response.body()).doesNotContain("Exception", "org.nuanxin.kit", "\tat ", "jackson");
    return body;
  }

  /** The errors of a validation problem as {@code field CODE}. */
  protected static List<String> errors(HttpResponse<String> response) {
    return problem(response, 400, "validation")
        .path("errors")
        .valueStream()
        .map(error -> error.path("field").asString() + " " + error.path("code").asString())
        .toList();
  }
}
