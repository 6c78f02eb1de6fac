package org.nuanxin.localstack.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The book of the SMS centre: every message each phone has received, kept in a {@link Journal}. One
 * thread at a time.
 */
final class SmsBook implements Closeable {

  /** What a caller asks for; a key or phone left out is empty. */
  record Wanted(
      String idempotencyKey,
      String phone,
      @Nullable String template,
      @Nullable String text,
      Map<String, Object> params) {

    Wanted {
      idempotencyKey = Objects.requireNonNullElse(idempotencyKey, "");
      phone = Objects.requireNonNullElse(phone, "");
      params = Objects.requireNonNullElse(params, Map.of());
    }
  }

  /** A message as it was delivered. */
  record Delivered(
      String id,
      String at,
      String phone,
      @Nullable String template,
      @Nullable String text,
      Map<String, Object> params,
      String idempotencyKey) {}

  /** The id of a message, and whether the call sent it or met it. */
  record Outcome(String id, boolean made) {}

  private static final int NEWEST = 100;

  private final Clock clock;
  private final Journal journal;
  private final Map<String, String> idByKey = new HashMap<>();
  private final Map<String, List<byte[]>> byPhone = new HashMap<>();
  private long delivered;
  private long refused;
  private long repeated;

  SmsBook(Path file, Clock clock) throws IOException {
    this.clock = clock;
    this.journal = Journal.open(file, this::replay);
  }

  private synchronized void replay(String line) {
    switch (line.charAt(0)) {
      case 'B' -> {
        Delivered message = Json.readStored(line.substring(1), Delivered.class);
        enter(message, line.substring(1).getBytes(StandardCharsets.UTF_8));
      }
      case 'R' -> repeated++;
      default -> refused++;
    }
  }

  synchronized Outcome deliver(Wanted wanted) {
    String key = wanted.idempotencyKey();
    String known = idByKey.get(key);
    if (known != null) {
      repeated++;
      journal.add('R', new byte[0]);
      return new Outcome(known, false);
    }
    Delivered message =
        new Delivered(
            "sms-" + (delivered + 1),
            clock.instant().toString(),
            wanted.phone(),
            wanted.template(),
            wanted.text(),
            wanted.params(),
            key);
    byte[] bytes = Json.write(message);
    journal.add('B', bytes);
    enter(message, bytes);
    return new Outcome(message.id(), true);
  }

  private void enter(Delivered message, byte[] bytes) {
    delivered++;
    idByKey.put(message.idempotencyKey(), message.id());
    byPhone.computeIfAbsent(subscriber(message.phone()), p -> new ArrayList<>(4)).add(bytes);
  }

  synchronized void refuse() {
    refused++;
    journal.add('F', new byte[0]);
  }

  synchronized Optional<String> idByKey(String key) {
    return Optional.ofNullable(idByKey.get(key));
  }

  /** The newest hundred messages of a phone as JSON, newest first. */
  synchronized List<byte[]> received(String phone) {
    List<byte[]> all = byPhone.getOrDefault(subscriber(phone), List.of());
    return List.copyOf(all.subList(Math.max(0, all.size() - NEWEST), all.size()).reversed());
  }

  synchronized Totals totals() {
    return new Totals(
        delivered + repeated + refused, delivered, idByKey.size(), byPhone.size(), repeated);
  }

  /** The number without country code and punctuation, so that every way of writing it finds it. */
  private static String subscriber(String phone) {
    StringBuilder digits = new StringBuilder(13);
    phone.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    boolean withCountryCode = digits.length() == 13 && digits.indexOf("86") == 0;
    return withCountryCode ? digits.substring(2) : digits.toString();
  }

  @Override
  public synchronized void close() throws IOException {
    journal.close();
  }
}
