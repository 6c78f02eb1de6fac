package org.nuanxin.notification.sms.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.nuanxin.kit.http.WholeAnswer;
import org.nuanxin.notification.sms.ContactsUnavailable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who this service is, as a token by client credentials, kept until shortly before it expires.
 * Thread-safe.
 */
final class ServiceToken {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(30);

  private final HttpClient client;
  private final HttpRequest request;
  private final JsonMapper json;
  private final Clock clock;
  private String token = "";
  private Instant goodUntil = Instant.EPOCH;

  ServiceToken(
      HttpClient client, URI tokenUri, String id, String secret, JsonMapper json, Clock clock) {
    this.client = client;
    this.json = json;
    this.clock = clock;
    String credentials =
        Base64.getEncoder().encodeToString((id + ':' + secret).getBytes(StandardCharsets.UTF_8));
    this.request =
        HttpRequest.newBuilder(tokenUri)
            .timeout(PATIENCE)
            .header("Authorization", "Basic " + credentials)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
  }

  /**
   * The token.
   *
   * @throws ContactsUnavailable when none can be had
   */
  synchronized String get() throws InterruptedException {
    if (clock.instant().isAfter(goodUntil)) {
      fetch();
    }
    return token;
  }

  /** Forgets a token that was refused. */
  synchronized void forget(String refused) {
    if (token.equals(refused)) {
      goodUntil = Instant.EPOCH;
    }
  }

  private void fetch() throws InterruptedException {
    try {
      HttpResponse<String> response = WholeAnswer.of(client, request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new ContactsUnavailable("The issuer answered " + response.statusCode());
      }
      JsonNode body = json.readTree(response.body());
      token = body.required("access_token").asString();
      goodUntil =
          clock.instant().plusSeconds(body.path("expires_in").asLong(60)).minus(BEFORE_EXPIRY);
    } catch (IOException | JacksonException e) {
      throw new ContactsUnavailable("The issuer gives no token", e);
    }
  }
}
