package org.nuanxin.localstack.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP to one base URL, as a front end talks. Safe for use by many threads. */
public final class ApiClient {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final HttpClient HTTP = client(HttpClient.newBuilder());

  private static final JsonMapper JSON = new JsonMapper();

  private final String baseUrl;
  private final HttpClient http;

  /**
   * A client of one server.
   *
   * @param baseUrl without a slash at its end
   */
  public ApiClient(String baseUrl) {
    this(baseUrl, HTTP);
  }

  private ApiClient(String baseUrl, HttpClient http) {
    this.baseUrl = baseUrl;
    this.http = http;
  }

  /**
   * A client that calls from an address of its own, as phones do.
   *
   * @param baseUrl without a slash at its end
   * @param address one of this machine's
   */
  public static ApiClient from(String baseUrl, InetAddress address) {
    return new ApiClient(baseUrl, client(HttpClient.newBuilder().localAddress(address)));
  }

  private static HttpClient client(HttpClient.Builder builder) {
    return builder
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(2))
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
  }

  /**
   * Reads.
   *
   * @param path path and query
   * @param token the bearer token; null for public calls
   * @throws IOException when there is no answer
   * @throws InterruptedException when interrupted
   */
  public Reply get(String path, @Nullable String token) throws IOException, InterruptedException {
    return send(request(path, token).GET());
  }

  /**
   * Posts.
   *
   * @param path path and query
   * @param token the bearer token; null for public calls
   * @param idempotencyKey null for none
   * @param body written as JSON
   * @throws IOException when there is no answer
   * @throws InterruptedException when interrupted
   */
  public Reply post(
      String path, @Nullable String token, @Nullable String idempotencyKey, Object body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    return send(request);
  }

  private HttpRequest.Builder request(String path, @Nullable String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(PATIENCE);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
    return new Reply(response.statusCode(), json(response), retryAfter(response));
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    try {
      return response.body().length == 0 ? JSON.missingNode() : JSON.readTree(response.body());
    } catch (JacksonException e) {
      throw new IOException("No JSON in an answer " + response.statusCode(), e);
    }
  }

  private static Optional<Duration> retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,4}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }
}
