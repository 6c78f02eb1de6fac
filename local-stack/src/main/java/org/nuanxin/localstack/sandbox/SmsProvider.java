package org.nuanxin.localstack.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.localstack.sandbox.http.Answer;
import org.nuanxin.localstack.sandbox.http.Request;

/** The SMS centre: sends a message once per idempotency key; and shows what a phone received. */
final class SmsProvider implements Provider {

  /** Several messages; an item that is none is as one without a key. */
  private record BundleWanted(List<SmsBook.@Nullable Wanted> items) {

    BundleWanted {
      items = Objects.requireNonNullElse(items, List.of());
    }
  }

  private final SmsBook book;
  private final FaultyLine line = new FaultyLine();

  SmsProvider(SmsBook book) {
    this.book = book;
  }

  @Override
  public Answer answer(Request request) throws InterruptedException {
    String path = request.path();
    if (request.method().equals("POST") && path.equals("/sms/messages")) {
      return line.call(() -> deliver(request), book::refuse);
    }
    if (request.method().equals("POST") && path.equals("/sms/messages/bundle")) {
      return line.call(() -> deliverAll(request), book::refuse);
    }
    Optional<String> key = request.after("/sms/messages/by-key/");
    if (key.isPresent()) {
      return line.call(() -> byKey(key.get()), () -> {});
    }
    if (!path.equals("/sms")) {
      return Answer.problem(404, "no such path");
    }
    return request
        .parameter("phone")
        .map(phone -> list(book.received(phone)))
        .orElseGet(() -> Answer.problem(400, "phone is required"));
  }

  private Answer deliver(Request request) {
    return deliver(Json.read(request.body(), SmsBook.Wanted.class).orElse(null));
  }

  private Answer deliverAll(Request request) {
    return Bundle.answer(
        Json.read(request.body(), BundleWanted.class).map(BundleWanted::items).orElseGet(List::of),
        SmsBook.Wanted::idempotencyKey,
        this::deliver);
  }

  private Answer.Json deliver(SmsBook.@Nullable Wanted wanted) {
    if (wanted == null || wanted.idempotencyKey().isBlank() || wanted.phone().isBlank()) {
      return Answer.problem(400, "idempotencyKey and phone are required");
    }
    SmsBook.Outcome outcome = book.deliver(wanted);
    return id(outcome.made() ? 202 : 200, outcome.id());
  }

  private Answer byKey(String key) {
    return book.idByKey(key)
        .map(id -> id(200, id))
        .orElseGet(() -> Answer.problem(404, "nothing sent under this key"));
  }

  private static Answer.Json id(int status, String id) {
    return new Answer.Json(status, Json.write(Map.of("id", id)));
  }

  private static Answer list(List<byte[]> messages) {
    ByteArrayOutputStream json = new ByteArrayOutputStream(1024);
    json.writeBytes("{\"items\":[".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < messages.size(); i++) {
      if (i > 0) {
        json.write(',');
      }
      json.writeBytes(messages.get(i));
    }
    json.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
    return new Answer.Json(200, json.toByteArray());
  }

  @Override
  public FaultyLine line() {
    return line;
  }

  @Override
  public Totals totals() {
    return book.totals();
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
