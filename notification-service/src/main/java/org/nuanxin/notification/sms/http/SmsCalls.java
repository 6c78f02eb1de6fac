package org.nuanxin.notification.sms.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.nuanxin.kit.bundle.BundleItem;
import org.nuanxin.kit.http.RecentCalls;
import org.nuanxin.kit.http.WholeAnswer;
import org.nuanxin.notification.sms.SmsProvider.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls of the SMS provider: {@code POST <base>/messages}, the same for several with {@code
 * POST .../bundle}, and {@code GET .../by-key/<key>}. Nothing is repeated here. A call ends in
 * time, whatever the provider sends or does not send, and reads no endless answer.
 */
final class SmsCalls {

  /** The provider may or may not have taken the text. */
  static final class Unsure extends RuntimeException {

    Unsure(String why) {
      super(why);
    }

    Unsure(String why, Throwable cause) {
      super(why, cause);
    }
  }

  /**
   * What is said of several texts.
   *
   * @param texts a status for each; empty where nothing is said of them
   */
  record BundleAnswer(int status, List<Integer> texts) {}

  private static final long MOST_BYTES = 1_048_576;

  private final HttpClient client;
  private final URI messages;
  private final URI bundle;
  private final Duration patience;
  private final RecentCalls calls;
  private final JsonMapper json;

  SmsCalls(HttpClient client, URI provider, Duration patience, RecentCalls calls, JsonMapper json) {
    this.client = client;
    this.messages = URI.create(provider + "/messages");
    this.bundle = URI.create(messages + "/bundle");
    this.patience = patience;
    this.calls = calls;
    this.json = json;
  }

  /**
   * Sends one.
   *
   * @return the status
   * @throws Unsure when there is no answer
   */
  int send(Text text) {
    return answer(post(messages, wanted(text)), BodyHandlers.discarding()).statusCode();
  }

  /**
   * Sends several in one call.
   *
   * @throws Unsure when there is no answer, or one that is not about them
   */
  BundleAnswer send(List<Text> texts) {
    HttpResponse<byte[]> response =
        answer(
            post(bundle, Map.of("items", texts.stream().map(SmsCalls::wanted).toList())),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    if (response.statusCode() / 100 != 2) {
      return new BundleAnswer(response.statusCode(), List.of());
    }
    try {
      List<String> keys = texts.stream().map(Text::key).toList();
      return new BundleAnswer(
          response.statusCode(),
          BundleItem.read(json.readTree(response.body()), keys).stream()
              .map(BundleItem::status)
              .toList());
    } catch (IOException | JacksonException e) {
      throw new Unsure("The SMS provider's answer is none", e);
    }
  }

  /**
   * Looks for one by its key.
   *
   * @return the status
   * @throws Unsure when there is no answer
   */
  int find(String key) {
    return answer(
            HttpRequest.newBuilder(
                    URI.create(
                        messages + "/by-key/" + URLEncoder.encode(key, StandardCharsets.UTF_8)))
                .timeout(patience)
                .GET()
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static Map<String, Object> wanted(Text text) {
    return Map.of(
        "idempotencyKey", text.key(),
        "phone", text.phone(),
        "template", text.template(),
        "text", text.text(),
        "params", text.params());
  }

  private HttpRequest post(URI uri, Object body) {
    return HttpRequest.newBuilder(uri)
        .timeout(patience)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
        .build();
  }

  private <T> HttpResponse<T> answer(HttpRequest request, BodyHandler<T> body) {
    long begun = System.nanoTime();
    try {
      HttpResponse<T> answer = WholeAnswer.of(client, request, body);
      calls.note(answer.statusCode(), Duration.ofNanos(System.nanoTime() - begun));
      return answer;
    } catch (IOException e) {
      calls.failed(Duration.ofNanos(System.nanoTime() - begun));
      throw new Unsure("The SMS provider did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unsure("Interrupted", e);
    }
  }
}
