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
import org.jspecify.annotations.Nullable;
import org.nuanxin.benefits.grant.Order;
import org.nuanxin.benefits.programme.Validity;
import org.nuanxin.kit.http.WholeAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls of a provider that books: {@code POST <base>/<things>}, {@code GET .../by-key/<key>}
 * and {@code POST .../cancel}. One call at a time has one answer; nothing is repeated here. A call
 * ends in time, whatever the provider sends or does not send, and reads no endless answer.
 */
final class BookingCalls {

  /**
   * What the provider says.
   *
   * @param problem whether the body is an RFC 9457 problem: then it is the provider that says no,
   *     and not some gateway on the way
   */
  record Answer(int status, @Nullable String number, boolean cancelled, boolean problem) {

    boolean isSuccess() {
      return status / 100 == 2;
    }

    /** Whether it tells of a booking, good or cancelled; an empty success tells nothing. */
    boolean isBooking() {
      return isSuccess() && (number != null || cancelled);
    }

    /** Whether the provider looked at the order and will never take it. */
    boolean isRefusal() {
      return status == 422 || (status == 400 && problem);
    }

    /** Whether the provider knows nothing under this key. */
    boolean isNothingThere() {
      return status == 404 && problem;
    }
  }

  /** A booking as we send it. */
  private record Wanted(
      String idempotencyKey,
      String memberId,
      String programme,
      java.time.@Nullable Instant validFrom,
      java.time.@Nullable Instant validUntil) {}

  private record Cancelled(String idempotencyKey) {}

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final long MOST_BYTES = 65_536;

  private final HttpClient client;
  private final URI things;
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
    this.cancel = URI.create(base + '/' + things + "/cancel");
    this.byKey = base + '/' + things + "/by-key/";
    this.numberField = numberField;
    this.timeout = timeout;
  }

  Answer book(Order order) throws IOException, InterruptedException {
    Validity validity = order.validity();
    return send(
        post(
            things,
            new Wanted(
                order.id().toString(),
                order.id().member(),
                order.id().programme(),
                validity.from(),
                validity.until())));
  }

  Answer find(Order order) throws IOException, InterruptedException {
    String key = URLEncoder.encode(order.id().toString(), StandardCharsets.UTF_8);
    return send(HttpRequest.newBuilder(URI.create(byKey + key)).timeout(timeout).build());
  }

  Answer cancel(Order order) throws IOException, InterruptedException {
    return send(post(cancel, new Cancelled(order.id().toString())));
  }

  private HttpRequest post(URI uri, Object body) {
    return HttpRequest.newBuilder(uri)
        .timeout(timeout)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
        .build();
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        WholeAnswer.of(
            client, request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    int status = response.statusCode();
    if (status / 100 != 2) {
      return new Answer(status, null, false, isProblem(response.body()));
    }
    try {
      var body = JSON.readTree(response.body());
      var number = body.get(numberField);
      var cancelledAt = body.get("cancelledAt");
      return new Answer(
          status,
          number == null || number.isNull() ? null : number.asString(),
          cancelledAt != null && !cancelledAt.isNull(),
          false);
    } catch (JacksonException e) {
      throw new IOException("The provider's answer is not JSON");
    }
  }

  private static boolean isProblem(byte[] body) {
    try {
      var title = JSON.readTree(body).get("title");
      return title != null && title.isString();
    } catch (JacksonException e) {
      return false;
    }
  }
}
