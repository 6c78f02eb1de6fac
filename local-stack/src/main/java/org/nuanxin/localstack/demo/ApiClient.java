package org.nuanxin.localstack.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.localstack.sandbox.http.LeanHttpClient;
import org.nuanxin.localstack.sandbox.http.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON over HTTP to one base URL, as a front end talks. Safe for use by many threads. */
public final class ApiClient {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final byte[] NO_BODY = new byte[0];

  private static final JsonMapper JSON = new JsonMapper();

  private final LeanHttpClient http;

  /**
   * A client of one server.
   *
   * @param baseUrl scheme http, host and port
   */
  public ApiClient(String baseUrl) {
    this(new LeanHttpClient(baseUrl, null, PATIENCE));
  }

  private ApiClient(LeanHttpClient http) {
    this.http = http;
  }

  /**
   * A client that calls from an address of its own, as phones do.
   *
   * @param baseUrl scheme http, host and port
   * @param address one of this machine's
   */
  public static ApiClient from(String baseUrl, InetAddress address) {
    return new ApiClient(new LeanHttpClient(baseUrl, address, PATIENCE));
  }

  /**
   * Reads.
   *
   * @param path path and query
   * @param token the bearer token; null for public calls
   * @throws IOException when there is no answer
   */
  public Reply get(String path, @Nullable String token) throws IOException {
    return send(http.request("GET", path, headers(token), NO_BODY));
  }

  /**
   * Posts.
   *
   * @param path path and query
   * @param token the bearer token; null for public calls
   * @param idempotencyKey null for none
   * @param body written as JSON
   * @throws IOException when there is no answer
   */
  public Reply post(
      String path, @Nullable String token, @Nullable String idempotencyKey, Object body)
      throws IOException {
    return send(postRequest(path, token, idempotencyKey, body));
  }

  /** The bytes of such a post, to be sent later by {@link #send}. */
  public byte[] postRequest(
      String path, @Nullable String token, @Nullable String idempotencyKey, Object body) {
    Map<String, String> headers = headers(token);
    headers.put("Content-Type", "application/json");
    if (idempotencyKey != null) {
      headers.put("Idempotency-Key", idempotencyKey);
    }
    return http.request("POST", path, headers, JSON.writeValueAsBytes(body));
  }

  private static Map<String, String> headers(@Nullable String token) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
    return headers;
  }

  /**
   * Sends a request made beforehand.
   *
   * @throws IOException when there is no answer
   */
  public Reply send(byte[] request) throws IOException {
    Response response = http.send(request);
    return new Reply(response.status(), json(response), retryAfter(response));
  }

  private static JsonNode json(Response response) throws IOException {
    try {
      return response.body().length == 0 ? JSON.missingNode() : JSON.readTree(response.body());
    } catch (JacksonException e) {
      throw new IOException("No JSON in an answer " + response.status(), e);
    }
  }

  private static Optional<Duration> retryAfter(Response response) {
    return response
        .retryAfter()
        .filter(value -> value.matches("\\d{1,4}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }
}
