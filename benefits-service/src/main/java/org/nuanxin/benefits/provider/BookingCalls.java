package org.nuanxin.benefits.provider;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benefits.grant.Order;
import org.nuanxin.benefits.programme.Validity;
import org.nuanxin.kit.bundle.BundleItem;
import org.nuanxin.kit.http.WholeAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls of a provider that books: {@code POST <base>/<things>}, the same for several with
 * {@code POST .../bundle}, {@code GET .../by-key/<key>} and {@code POST .../cancel}. Nothing is
 * repeated here. A call ends in time, whatever the provider sends or does not send, and reads no
 * endless answer.
 */
final class BookingCalls {

  /** A booking as we send it. */
  private record Wanted(
      String idempotencyKey,
      String memberId,
      String programme,
      @Nullable Instant validFrom,
      @Nullable Instant validUntil) {}

  private record WantedTogether(List<Wanted> items) {}

  private record Cancelled(String idempotencyKey) {}

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final long MOST_BYTES = 65_536;
  private static final long MOST_BYTES_OF_BUNDLE = 1_048_576;

  private final HttpClient client;
  private final URI things;
  private final URI bundle;
  private final URI cancel;
  private final String byKey;
  private final String numberField;
  private final Duration timeout;

  /**
   * @param base the provider's URL, without a slash at its end
   * @param things name of what is booked, such as {@code policies}
   * @param numberField field of the answer that the member shows, such as {@code policyNumber}
   */
  BookingCalls(
      HttpClient client, String base, String things, String numberField, Duration timeout) {
    this.client = client;
    this.things = URI.create(base + '/' + things);
    this.bundle = URI.create(base + '/' + things + "/bundle");
    this.cancel = URI.create(base + '/' + things + "/cancel");
    this.byKey = base + '/' + things + "/by-key/";
    this.numberField = numberField;
    this.timeout = timeout;
  }

  Answer book(Order order) throws IOException, InterruptedException {
    return answer(post(things, wanted(order)));
  }

  /** Books several in one call; what is answered of each order counts as the answer to a call. */
  BundleAnswer bookAll(List<Order> orders) throws IOException, InterruptedException {
    List<Wanted> items = orders.stream().map(BookingCalls::wanted).toList();
    HttpResponse<byte[]> response =
        send(post(bundle, new WantedTogether(items)), MOST_BYTES_OF_BUNDLE);
    if (response.statusCode() / 100 != 2) {
      return new BundleAnswer(response.statusCode(), List.of());
    }
    List<String> keys = items.stream().map(Wanted::idempotencyKey).toList();
    return new BundleAnswer(
        response.statusCode(),
        BundleItem.read(tree(response.body()), keys).stream()
            .map(item -> Answer.of(item.status(), item.body(), numberField))
            .toList());
  }

  private static Wanted wanted(Order order) {
    Validity validity = order.validity();
    return new Wanted(
        order.id().toString(),
        order.id().member(),
        order.id().programme(),
        validity.from(),
        validity.until());
  }

  Answer find(Order order) throws IOException, InterruptedException {
    String key = URLEncoder.encode(order.id().toString(), StandardCharsets.UTF_8);
    return answer(HttpRequest.newBuilder(URI.create(byKey + key)).timeout(timeout).build());
  }

  Answer cancel(Order order) throws IOException, InterruptedException {
    return answer(post(cancel, new Cancelled(order.id().toString())));
  }

  private HttpRequest post(URI uri, Object body) {
    return HttpRequest.newBuilder(uri)
        .timeout(timeout)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
        .build();
  }

  private Answer answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = send(request, MOST_BYTES);
    int status = response.statusCode();
    if (status / 100 == 2) {
      return Answer.of(status, tree(response.body()), numberField);
    }
    try {
      return Answer.of(status, JSON.readTree(response.body()), numberField);
    } catch (JacksonException e) {
      return Answer.of(status, null, numberField);
    }
  }

  private HttpResponse<byte[]> send(HttpRequest request, long mostBytes)
      throws IOException, InterruptedException {
    return WholeAnswer.of(
        client, request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
  }

  private static JsonNode tree(byte[] body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw new IOException("The provider's answer is not JSON");
    }
  }
}
