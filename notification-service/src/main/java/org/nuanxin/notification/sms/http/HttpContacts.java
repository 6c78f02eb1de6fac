package org.nuanxin.notification.sms.http;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.nuanxin.kit.http.WholeAnswer;
import org.nuanxin.kit.observe.Traceparent;
import org.nuanxin.notification.sms.Contacts;
import org.nuanxin.notification.sms.ContactsUnavailable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks membership-service, which alone keeps phones: the one synchronous call between services. It
 * is off every request's path, one for up to 500 members, and waits when membership is away.
 */
final class HttpContacts implements Contacts {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int UNAUTHORIZED = 401;

  private final HttpClient client;
  private final URI contacts;
  private final ServiceToken token;
  private final CircuitBreaker breaker;
  private final JsonMapper json;

  HttpContacts(
      HttpClient client,
      URI membership,
      ServiceToken token,
      CircuitBreaker breaker,
      JsonMapper json) {
    this.client = client;
    this.contacts = URI.create(membership + "/internal/v1/contacts");
    this.token = token;
    this.breaker = breaker;
    this.json = json;
  }

  @Override
  public Map<String, String> phonesOf(Set<String> memberIds) {
    try {
      return breaker.executeCallable(() -> ask(memberIds));
    } catch (CallNotPermittedException e) {
      throw new ContactsUnavailable("Membership has been failing and is left alone for a while");
    } catch (IOException | JacksonException e) {
      throw new ContactsUnavailable("Membership does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ContactsUnavailable("Interrupted", e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("No other checked exception is thrown", e);
    }
  }

  private Map<String, String> ask(Set<String> memberIds) throws IOException, InterruptedException {
    String bearer = token.get();
    HttpResponse<String> response = post(bearer, memberIds);
    if (response.statusCode() == UNAUTHORIZED) {
      // The issuer may have changed its keys since; one fresh token is worth a try.
      token.forget(bearer);
      response = post(token.get(), memberIds);
    }
    if (response.statusCode() != 200) {
      throw new ContactsUnavailable("Membership answered " + response.statusCode());
    }
    Map<String, String> phones = new HashMap<>();
    for (JsonNode item : json.readTree(response.body()).required("items")) {
      phones.put(item.required("memberId").asString(), item.required("phone").asString());
    }
    return phones;
  }

  private HttpResponse<String> post(String bearer, Set<String> memberIds)
      throws IOException, InterruptedException {
    return WholeAnswer.of(
        client,
        HttpRequest.newBuilder(contacts)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + bearer)
            .header("Content-Type", "application/json")
            .header("traceparent", Traceparent.current())
            .POST(BodyPublishers.ofString(json.writeValueAsString(Map.of("memberIds", memberIds))))
            .build(),
        BodyHandlers.ofString());
  }
}
