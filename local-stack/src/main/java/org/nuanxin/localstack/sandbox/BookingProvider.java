package org.nuanxin.localstack.sandbox;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.localstack.sandbox.http.Answer;
import org.nuanxin.localstack.sandbox.http.Request;

/** A provider that books something for a member once per idempotency key: insurer or clinic. */
final class BookingProvider implements Provider {

  private static final int PAGE = 1_000;

  /** Several bookings; an item that is none is as one without a key. */
  private record BundleWanted(List<Booking.@Nullable Wanted> items) {

    BundleWanted {
      items = Objects.requireNonNullElse(items, List.of());
    }
  }

  private record CancelWanted(String idempotencyKey) {

    CancelWanted {
      idempotencyKey = Objects.requireNonNullElse(idempotencyKey, "");
    }
  }

  private final String collection;
  private final BookingBook book;
  private final FaultyLine line = new FaultyLine();

  /**
   * A provider.
   *
   * @param collection its path, such as {@code /insurer/policies}
   * @param book what it has booked
   */
  BookingProvider(String collection, BookingBook book) {
    this.collection = collection;
    this.book = book;
  }

  @Override
  public Answer answer(Request request) throws InterruptedException {
    String path = request.path();
    boolean post = request.method().equals("POST");
    if (post && path.equals(collection)) {
      return line.call(() -> book(request), book::refuse);
    }
    if (post && path.equals(collection + "/bundle")) {
      return line.call(() -> bookAll(request), book::refuse);
    }
    if (post && path.equals(collection + "/cancel")) {
      return line.call(() -> cancel(request), () -> {});
    }
    Optional<String> key = request.after(collection + "/by-key/");
    if (key.isPresent()) {
      return line.call(() -> byKey(key.get()), () -> {});
    }
    return path.equals(collection) ? list(request) : Answer.problem(404, "no such path");
  }

  private Answer book(Request request) {
    return book(Json.read(request.body(), Booking.Wanted.class).orElse(null));
  }

  private Answer.Json book(Booking.@Nullable Wanted wanted) {
    if (wanted == null || wanted.idempotencyKey().isBlank() || wanted.memberId().isBlank()) {
      return Answer.problem(400, "idempotencyKey and memberId are required");
    }
    BookingBook.Outcome outcome = book.book(wanted);
    return new Answer.Json(outcome.made() ? 201 : 200, book.bytes(outcome.booking()));
  }

  /** Each as if it had come alone; one that cannot be booked stops no other. */
  private Answer bookAll(Request request) {
    return Bundle.answer(
        Json.read(request.body(), BundleWanted.class).map(BundleWanted::items).orElseGet(List::of),
        Booking.Wanted::idempotencyKey,
        this::book);
  }

  private Answer cancel(Request request) {
    CancelWanted wanted = Json.read(request.body(), CancelWanted.class).orElse(null);
    if (wanted == null || wanted.idempotencyKey().isBlank()) {
      return Answer.problem(400, "idempotencyKey is required");
    }
    return answer(book.cancel(wanted.idempotencyKey()));
  }

  private Answer byKey(String key) {
    return answer(book.byKey(key));
  }

  private Answer answer(Optional<Booking> booking) {
    return booking
        .<Answer>map(known -> new Answer.Json(200, book.bytes(known)))
        .orElseGet(() -> Answer.problem(404, "nothing booked under this key"));
  }

  private Answer list(Request request) {
    Optional<String> member = request.parameter("memberId");
    if (member.isPresent()) {
      return items(book.ofMember(member.get()), null);
    }
    int from;
    try {
      from = Integer.parseUnsignedInt(request.parameter("cursor").orElse("0"));
    } catch (NumberFormatException e) {
      return Answer.problem(400, "cursor is none of ours");
    }
    List<Booking> page = book.page(from, PAGE);
    return items(page, page.size() < PAGE ? null : String.valueOf(from + PAGE));
  }

  private Answer items(List<Booking> bookings, @Nullable String next) {
    return new Answer.Json(
        200,
        Json.write(json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("items");
          bookings.forEach(booking -> booking.write(json, book.numberName()));
          json.writeEndArray();
          json.writeStringProperty("next", next);
          json.writeEndObject();
        }));
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
