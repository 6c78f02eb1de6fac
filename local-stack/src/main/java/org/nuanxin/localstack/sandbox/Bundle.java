package org.nuanxin.localstack.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nuanxin.localstack.sandbox.http.Answer;

/** Several wishes in one call, {@code {items}}; each has its own status and answer. */
final class Bundle {

  private static final int LARGEST = 500;

  private Bundle() {}

  /**
   * The answers in the order of the wishes, each with its status and under its key; one problem
   * where there are none or too many.
   *
   * @param wanted the wishes; null where an item is none
   * @param single answers one as if it had come alone
   */
  static <W> Answer answer(
      List<@Nullable W> wanted,
      Function<W, String> key,
      Function<@Nullable W, Answer.Json> single) {
    if (wanted.isEmpty()) {
      return Answer.problem(400, "items are required");
    }
    if (wanted.size() > LARGEST) {
      return Answer.problem(413, "too many items");
    }
    return new Answer.Json(
        200,
        Json.write(json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("items");
          for (W wish : wanted) {
            Answer.Json answer = single.apply(wish);
            json.writeStartObject();
            json.writeStringProperty("idempotencyKey", wish == null ? "" : key.apply(wish));
            json.writeNumberProperty("status", answer.status());
            json.writeName("body");
            json.writeRawValue(new String(answer.body(), StandardCharsets.UTF_8));
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        }));
  }
}
