package org.nuanxin.notification.sms.http;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nuanxin.kit.http.RecentCalls;
import org.nuanxin.kit.http.WholeAnswer;
import org.nuanxin.notification.sms.SmsProvider;
import tools.jackson.databind.json.JsonMapper;

/** The SMS provider over HTTP, behind a circuit breaker, with a second try in place. */
final class HttpSmsProvider implements SmsProvider {

  /** The provider may or may not have taken the text. */
  static final class Unsure extends RuntimeException {

    Unsure(String why) {
      super(why);
    }

    Unsure(String why, Throwable cause) {
      super(why, cause);
    }
  }

  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY = 429;

  private final HttpClient client;
  private final URI messages;
  private final Duration patience;
  private final Retry retry;
  private final CircuitBreaker breaker;
  private final RecentCalls calls;
  private final JsonMapper json;

  HttpSmsProvider(
      HttpClient client,
      URI provider,
      Duration patience,
      Retry retry,
      CircuitBreaker breaker,
      RecentCalls calls,
      JsonMapper json) {
    this.client = client;
    this.messages = URI.create(provider + "/messages");
    this.patience = patience;
    this.retry = retry;
    this.breaker = breaker;
    this.calls = calls;
    this.json = json;
  }

  @Override
  public Outcome deliver(Text text, boolean unsure) {
    AtomicBoolean askFirst = new AtomicBoolean(unsure);
    try {
      // Each try passes the breaker by itself; only what is unsure is tried again.
      return retry.executeSupplier(() -> breaker.executeSupplier(() -> attempt(text, askFirst)));
    } catch (CallNotPermittedException e) {
      // When a try came before this, it was an unsure one.
      return askFirst.get() && !unsure ? Outcome.UNSURE : Outcome.NOT_TRIED;
    } catch (Unsure e) {
      return Outcome.UNSURE;
    }
  }

  private Outcome attempt(Text text, AtomicBoolean askFirst) {
    return askFirst.getAndSet(true) && isKnown(text.key()) ? Outcome.ACCEPTED : send(text);
  }

  private Outcome send(Text text) {
    HttpRequest request =
        HttpRequest.newBuilder(messages)
            .timeout(patience)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofByteArray(
                    json.writeValueAsBytes(
                        Map.of(
                            "idempotencyKey", text.key(),
                            "phone", text.phone(),
                            "template", text.template(),
                            "text", text.text(),
                            "params", text.params()))))
            .build();
    int status = status(request);
    if (status / 100 == 2) {
      return Outcome.ACCEPTED;
    }
    boolean passing = status == REQUEST_TIMEOUT || status == TOO_MANY;
    if (status / 100 == 4 && !passing) {
      return Outcome.REFUSED;
    }
    throw new Unsure("The SMS provider answered " + status);
  }

  private boolean isKnown(String key) {
    int status =
        status(
            HttpRequest.newBuilder(
                    URI.create(
                        messages + "/by-key/" + URLEncoder.encode(key, StandardCharsets.UTF_8)))
                .timeout(patience)
                .GET()
                .build());
    return switch (status) {
      case 200 -> true;
      case 404 -> false;
      default -> throw new Unsure("The SMS provider answered " + status);
    };
  }

  private int status(HttpRequest request) {
    long begun = System.nanoTime();
    try {
      int status = WholeAnswer.of(client, request, BodyHandlers.discarding()).statusCode();
      calls.note(status, Duration.ofNanos(System.nanoTime() - begun));
      return status;
    } catch (IOException e) {
      calls.failed(Duration.ofNanos(System.nanoTime() - begun));
      throw new Unsure("The SMS provider did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unsure("Interrupted", e);
    }
  }
}
