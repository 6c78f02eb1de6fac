package org.nuanxin.membership;

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
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.localstack.testing.TestBackends;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on a real broker and a real database, shared by all tests that need it whole. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class RunningService {

  protected static final String DATABASE =
      "membership_" + UUID.randomUUID().toString().substring(0, 8);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort protected int port;
  @Autowired private EventPublisher publisher;

  @DynamicPropertySource
  static void parts(DynamicPropertyRegistry registry) {
    TestTokens.register(registry);
    registry.add("spring.kafka.bootstrap-servers", TestBackends::kafka);
    registry.add("spring.mongodb.uri", TestBackends::mongoUri);
    registry.add("nuanxin.mongo.database", () -> DATABASE);
    registry.add("nuanxin.instance", () -> DATABASE);
    registry.add("management.server.port", () -> 0);
    registry.add("nuanxin.warm-up", () -> true);
    registry.add("logging.level.root", () -> "warn");
  }

  /** Puts other services' events on their topics and waits for the broker. */
  protected void publish(StoredEvent... events) {
    publisher.sendAndAwait(List.of(events));
  }

  /** Applies as this worker with a key of its own. */
  protected Answer apply(Worker worker) {
    return apply(worker.token(), UUID.randomUUID().toString(), worker.application());
  }

  /** Applies with a token, a key and a body. */
  protected Answer apply(String token, String key, Object body) {
    return send(
        request(token, "/api/v1/applications")
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/json")
            .POST(body(body))
            .build());
  }

  protected Answer get(String token, String path) {
    return send(request(token, path).GET().build());
  }

  protected Answer post(String token, String path, Object body) {
    return send(
        request(token, path).header("Content-Type", "application/json").POST(body(body)).build());
  }

  protected Answer post(String token, String path) {
    return send(request(token, path).POST(BodyPublishers.noBody()).build());
  }

  protected Answer put(String token, String path, Object body, String... headers) {
    HttpRequest.Builder request =
        request(token, path).header("Content-Type", "application/json").PUT(body(body));
    return send((headers.length == 0 ? request : request.headers(headers)).build());
  }

  protected HttpRequest.Builder request(String token, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  protected static HttpRequest.BodyPublisher body(Object body) {
    return switch (body) {
      case String text -> BodyPublishers.ofString(text);
      case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
      default -> BodyPublishers.ofString(JSON.writeValueAsString(body));
    };
  }

  protected Answer send(HttpRequest request) {
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
  protected record Answer(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The body as JSON. */
    public JsonNode json() {
      return JSON.readTree(body());
    }

    /** A text of the body, by JSON pointer. */
    public String text(String pointer) {
      return json().at(pointer).asString();
    }

    /** Codes of a validation problem, as {@code field:code}. */
    public List<String> errors() {
      return json()
          .path("errors")
          .valueStream()
          .map(error -> error.path("field").asString() + ":" + error.path("code").asString())
          .toList();
    }
  }
}
