package org.nuanxin.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.nuanxin.kit.event.EventPublisher;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.security.TestTokens;
import org.nuanxin.localstack.sandbox.Sandbox;
import org.nuanxin.localstack.testing.TestBackends;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on real parts, shared by all tests that need it whole. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class RunningService {

  private static final String DATABASE =
      "notification_" + UUID.randomUUID().toString().substring(0, 8);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** The provider of SMS, with its own books and faults. */
  protected static final Sandbox SANDBOX = sandbox();

  /** The neighbour that keeps phones. */
  protected static final NeighbourMembership MEMBERSHIP = NeighbourMembership.start();

  @LocalServerPort private int port;
  @Autowired private EventPublisher publisher;

  @DynamicPropertySource
  static void parts(DynamicPropertyRegistry registry) {
    TestTokens.register(registry);
    registry.add("spring.kafka.bootstrap-servers", TestBackends::kafka);
    registry.add("spring.mongodb.uri", TestBackends::mongoUri);
    registry.add("nuanxin.mongo.database", () -> DATABASE);
    registry.add("nuanxin.providers.sms-url", () -> SANDBOX.url() + "/sms");
    registry.add("nuanxin.membership.url", MEMBERSHIP::url);
    registry.add("nuanxin.service-client.token-uri", () -> MEMBERSHIP.url() + "/oauth2/token");
    registry.add("nuanxin.service-client.id", () -> NeighbourMembership.CLIENT);
    registry.add("nuanxin.service-client.secret", () -> NeighbourMembership.SECRET);
    registry.add("nuanxin.sms.pause", () -> "100ms");
    registry.add("nuanxin.sms.patience", () -> "300ms");
    registry.add("nuanxin.sms.rest", () -> "300ms");
    registry.add("nuanxin.sse.heartbeat", () -> "300ms");
    registry.add("management.server.port", () -> 0);
    registry.add("logging.level.root", () -> "warn");
  }

  private static Sandbox sandbox() {
    try {
      return Sandbox.start(Files.createTempDirectory(Path.of("target"), "sandbox-"), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts events on their topics and waits for the broker. */
  protected void publish(StoredEvent... events) {
    publisher.sendAndAwait(List.of(events));
  }

  protected Answer get(String token, String path) {
    return send(request(token, path).GET().build());
  }

  protected Answer post(String token, String path) {
    return send(request(token, path).POST(BodyPublishers.noBody()).build());
  }

  protected HttpRequest.Builder request(String token, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  protected Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body(),
          response.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the service answered. */
  protected record Answer(int status, String contentType, String body, HttpHeaders headers) {

    /** All values of a header. */
    public String header(String name) {
      return String.join(", ", headers.allValues(name));
    }

    /** The body as JSON. */
    public JsonNode json() {
      return JSON.readTree(body);
    }

    /** Kinds of the items, in their order. */
    public List<String> kinds() {
      return json().get("items").valueStream().map(item -> item.get("kind").asString()).toList();
    }
  }
}
