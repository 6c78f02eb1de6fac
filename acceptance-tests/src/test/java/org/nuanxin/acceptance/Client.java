package org.nuanxin.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.nuanxin.localstack.workspace.LocalState.AccountState;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the gateway, with or without a token. */
final class Client {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final String base;
  private final String token;

  private Client(String base, String token) {
    this.base = base;
    this.token = token;
  }

  /** Nobody in particular. */
  static Client anonymous() {
    return new Client(Stack.state().gateway(), "");
  }

  /** Whoever holds this token. */
  static Client bearing(String token) {
    return new Client(Stack.state().gateway(), token);
  }

  /** The sandbox of the providers. */
  static Client sandbox() {
    return new Client(Stack.state().sandbox(), "");
  }

  /** A member of staff, signed in with the password that local.json tells. */
  static Client staff(String username) {
    AccountState account =
        Stack.state().accounts().stream()
            .filter(each -> each.username().equals(username))
            .findFirst()
            .orElseThrow();
    Answer answer =
        anonymous()
            .post(
                "/api/v1/auth/token", Map.of("username", username, "password", account.password()));
    if (answer.status() != 200) {
      throw new IllegalStateException(username + " cannot sign in: " + answer);
    }
    return bearing(answer.field("accessToken"));
  }

  Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  Answer post(String path, Object body) {
    return send("POST", path, json(body), "Idempotency-Key", UUID.randomUUID().toString());
  }

  Answer post(String path, Object body, String... headers) {
    return send("POST", path, json(body), headers);
  }

  Answer put(String path, Object body, String... headers) {
    return send("PUT", path, json(body), headers);
  }

  /** Sends these bytes as JSON, whatever they are. */
  Answer postRaw(String path, byte[] body, String... headers) {
    return send("POST", path, BodyPublishers.ofByteArray(body), headers);
  }

  /** Opens a stream of server-sent events. */
  Stream<String> lines(String path) {
    try {
      HttpResponse<Stream<String>> response =
          HTTP.send(
              request("GET", path, BodyPublishers.noBody())
                  .header("Accept", "text/event-stream")
                  .build(),
              BodyHandlers.ofLines());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(path + " answered " + response.statusCode());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static BodyPublisher json(Object body) {
    return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
  }

  private Answer send(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request = request(method, path, body);
    if (!List.of("GET", "DELETE").contains(method)) {
      request.header("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + ' ' + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .method(method, body);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }
}
