package org.nuanxin.stations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.kit.testing.MovableClock;
import org.nuanxin.localstack.testing.TestBackends;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service with its sample on real parts, shared by all tests that need it whole. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(RunningService.Parts.class)
abstract class RunningService {

  static final String STATIONS = "/api/v1/stations";

  private static final String DATABASE = "stations_" + UUID.randomUUID().toString().substring(0, 8);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final AtomicInteger PHONES = new AtomicInteger();

  @Autowired MovableClock clock;
  @LocalServerPort private int port;

  @TestConfiguration(proxyBeanMethods = false)
  static class Parts {
    @Bean
    MovableClock clock() {
      return MovableClock.running();
    }
  }

  @DynamicPropertySource
  static void parts(DynamicPropertyRegistry registry) {
    TestTokens.register(registry);
    registry.add("spring.kafka.bootstrap-servers", TestBackends::kafka);
    registry.add("spring.mongodb.uri", TestBackends::mongoUri);
    registry.add("nuanxin.mongo.database", () -> DATABASE);
    registry.add("nuanxin.stations.sample", () -> true);
    registry.add("management.server.port", () -> 0);
    registry.add("logging.level.root", () -> "warn");
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  static String newPhone() {
    return "+86139%08d".formatted(10_000_000 + PHONES.incrementAndGet());
  }

  Answer get(String path) {
    return send(request("", path).GET().build());
  }

  Answer post(String token, String path, String body) {
    return send(request(token, path).POST(BodyPublishers.ofString(body)).build());
  }

  Answer create(String token, String key, String body) {
    return send(
        request(token, STATIONS)
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  Answer put(String token, String path, String ifMatch, String body) {
    HttpRequest.Builder request = request(token, path).PUT(BodyPublishers.ofString(body));
    return send((ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch)).build());
  }

  HttpRequest.Builder request(String token, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  static Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
      return new Answer(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the service answered. */
  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    JsonNode json() {
      return JSON.readTree(response.body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    List<JsonNode> items() {
      return json().get("items").valueStream().toList();
    }

    List<String> ids() {
      return items().stream().map(item -> item.get("id").asString()).toList();
    }

    /** {@code field CODE} of each error of a problem. */
    List<String> errors() {
      return json()
          .get("errors")
          .valueStream()
          .map(error -> error.get("field").asString() + " " + error.get("code").asString())
          .toList();
    }

    @Override
    public String toString() {
      return status() + " " + response.body();
    }
  }
}
