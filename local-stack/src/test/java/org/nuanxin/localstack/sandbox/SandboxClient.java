package org.nuanxin.localstack.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of the sandbox as a service is one. */
final class SandboxClient {

  record Reply(int status, JsonNode body) {}

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JsonMapper json = new JsonMapper();
  private final String url;

  SandboxClient(String url) {
    this.url = url;
  }

  Reply get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url + path)).GET().build());
  }

  Reply post(String path, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url + path)).POST(BodyPublishers.ofString(body)).build());
  }

  Reply put(String path, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url + path)).PUT(BodyPublishers.ofString(body)).build());
  }

  Reply delete(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url + path)).DELETE().build());
  }

  Reply insure(String key, String member) throws IOException, InterruptedException {
    return post("/insurer/policies", booking(key, member));
  }

  static String booking(String key, String member) {
    return """
    {"idempotencyKey": "%s", "memberId": "%s", "programme": "ACCIDENT_INSURANCE",
     "validFrom": "2026-11-24T00:00:00+08:00", "validUntil": "2027-11-24T00:00:00+08:00"}\
    """
        .formatted(key, member);
  }

  Reply send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    return new Reply(response.statusCode(), json.readTree(response.body()));
  }
}
