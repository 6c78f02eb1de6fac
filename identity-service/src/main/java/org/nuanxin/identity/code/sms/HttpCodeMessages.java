package org.nuanxin.identity.code.sms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nuanxin.identity.code.CodeMessages;
import org.nuanxin.identity.code.CodeNotSent;
import org.nuanxin.identity.code.OneTimeCode;
import org.nuanxin.identity.code.Phone;
import org.nuanxin.kit.http.RecentCalls;
import org.nuanxin.kit.http.WholeAnswer;
import org.nuanxin.kit.observe.Traceparent;
import org.nuanxin.kit.ops.ProviderWatch;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands the message to the SMS provider: 2 s a try, one more try under the same idempotency key,
 * and so many calls at once and no more, so that a slow provider holds up no other request.
 */
@Component
class HttpCodeMessages implements CodeMessages, ProviderWatch {

  private static final String TEMPLATE = "ONE_TIME_CODE";
  private static final Duration PER_TRY = Duration.ofSeconds(2);

  /** Less than a try has, so that it is this which is found to have run out. */
  private static final Duration TO_CONNECT = Duration.ofMillis(1500);

  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final int TRIES = 2;
  private static final int AT_ONCE = 32;
  private static final Duration IN_LINE = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TO_CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final RecentCalls calls = new RecentCalls("sms", SLOW);
  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final URI messages;
  private final JsonMapper json;

  HttpCodeMessages(@Value("${nuanxin.providers.sms-url:}") String smsUrl, JsonMapper json) {
    Assert.hasText(smsUrl, "nuanxin.providers.sms-url is not set; it has no default");
    this.messages = URI.create(smsUrl.replaceAll("/+$", "") + "/messages");
    this.json = json;
  }

  @Override
  public void send(Phone phone, OneTimeCode code, Duration validity) {
    HttpRequest request =
        HttpRequest.newBuilder(messages)
            .timeout(PER_TRY)
            .header("Content-Type", "application/json")
            .header("traceparent", Traceparent.current())
            .POST(BodyPublishers.ofByteArray(body(phone, code, validity)))
            .build();
    awaitPlace();
    try {
      deliver(request);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw CodeNotSent.perhaps("Interrupted while sending", stopping);
    } finally {
      places.release();
    }
  }

  private void awaitPlace() {
    try {
      if (!places.tryAcquire(IN_LINE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw CodeNotSent.surely("The SMS provider is too slow for all who wait", null);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw CodeNotSent.surely("Interrupted before sending", stopping);
    }
  }

  private void deliver(HttpRequest request) throws InterruptedException {
    boolean mayArrive = false;
    for (int attempt = 1; ; attempt++) {
      long begun = System.nanoTime();
      try {
        HttpResponse<Void> response = WholeAnswer.of(client, request, BodyHandlers.discarding());
        int status = response.statusCode();
        calls.note(status, since(begun));
        if (status / 100 == 2) {
          return;
        }
        mayArrive |= !isRefusal(status);
        if (attempt == TRIES || status / 100 == 4) {
          throw notSent(mayArrive, "The SMS provider answered " + status, null);
        }
      } catch (IOException failure) {
        calls.failed(since(begun));
        mayArrive |= !neverConnected(failure);
        if (attempt == TRIES) {
          throw notSent(mayArrive, "The SMS provider did not answer", failure);
        }
      }
    }
  }

  private static CodeNotSent notSent(boolean mayArrive, String what, @Nullable Exception cause) {
    return mayArrive ? CodeNotSent.perhaps(what, cause) : CodeNotSent.surely(what, cause);
  }

  /** 503 and 4xx say that nothing was done; but 409 is said of a key that is being worked on. */
  private static boolean isRefusal(int status) {
    return status == 503 || status / 100 == 4 && status != 409;
  }

  private static boolean neverConnected(IOException failure) {
    return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  @Override
  public List<Provider> providers() {
    return List.of(new Provider("sms", calls.state()));
  }

  /** A code that could not be sent at once is never sent. */
  @Override
  public long waiting() {
    return 0;
  }

  private byte[] body(Phone phone, OneTimeCode code, Duration validity) {
    String minutes = Long.toString(validity.toMinutes());
    return json.writeValueAsBytes(
        Map.of(
            "idempotencyKey", code.id(),
            "phone", phone.e164(),
            "template", TEMPLATE,
            "text", "【暖新】验证码 " + code.digits() + "，" + minutes + " 分钟内有效。请勿告诉他人。",
            "params", Map.of("code", code.digits(), "minutes", minutes)));
  }
}
