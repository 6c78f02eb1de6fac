package org.nuanxin.localstack.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The book of an insurer or a clinic: every booking in the order it was made, kept in a {@link
 * Journal}. One thread at a time.
 */
final class BookingBook implements Closeable {

  /** A booking, and whether the call made it or met it. */
  record Outcome(Booking booking, boolean made) {}

  private final String idPrefix;
  private final String numberName;
  private final Clock clock;
  private final Journal journal;
  private final List<Booking> all = new ArrayList<>();
  private final Map<String, Integer> placeByKey = new HashMap<>();
  private final Map<String, List<Integer>> placesByMember = new HashMap<>();
  private long refused;
  private long repeated;

  BookingBook(Path file, String idPrefix, String numberName, Clock clock) throws IOException {
    this.idPrefix = idPrefix;
    this.numberName = numberName;
    this.clock = clock;
    this.journal = Journal.open(file, this::replay);
  }

  private synchronized void replay(String line) {
    switch (line.charAt(0)) {
      case 'B' -> enter(Json.readStored(line.substring(1), Booking.class));
      case 'C' -> {
        int tab = line.lastIndexOf('\t');
        strike(line.substring(1, tab), line.substring(tab + 1));
      }
      case 'R' -> repeated++;
      default -> refused++;
    }
  }

  synchronized Outcome book(Booking.Wanted wanted) {
    String key = wanted.idempotencyKey();
    Integer place = placeByKey.get(key);
    if (place != null) {
      repeated++;
      journal.add('R', new byte[0]);
      return new Outcome(all.get(place), false);
    }
    int ordinal = all.size() + 1;
    Booking booking =
        new Booking(
            idPrefix + ordinal,
            String.format(Locale.ROOT, "%s%010d", idPrefix.toUpperCase(Locale.ROOT), ordinal),
            wanted.memberId(),
            key,
            wanted.programme(),
            wanted.validFrom(),
            wanted.validUntil(),
            clock.instant().toString(),
            null);
    journal.add('B', bytes(booking));
    enter(booking);
    return new Outcome(booking, true);
  }

  /** Cancels what is booked under a key; a second time changes nothing. Empty when unknown. */
  synchronized Optional<Booking> cancel(String key) {
    Optional<Booking> known = byKey(key);
    if (known.isPresent() && known.get().cancelledAt() == null) {
      String at = clock.instant().toString();
      journal.add('C', (key + '\t' + at).getBytes(StandardCharsets.UTF_8));
      strike(key, at);
      return byKey(key);
    }
    return known;
  }

  private void enter(Booking booking) {
    placeByKey.put(booking.idempotencyKey(), all.size());
    placesByMember.computeIfAbsent(booking.memberId(), m -> new ArrayList<>(1)).add(all.size());
    all.add(booking);
  }

  private void strike(String key, String at) {
    Integer place = placeByKey.get(key);
    if (place != null) {
      all.set(place, all.get(place).cancelled(at));
    }
  }

  synchronized void refuse() {
    refused++;
    journal.add('F', new byte[0]);
  }

  synchronized Optional<Booking> byKey(String key) {
    return Optional.ofNullable(placeByKey.get(key)).map(all::get);
  }

  synchronized List<Booking> ofMember(String memberId) {
    return placesByMember.getOrDefault(memberId, List.of()).stream().map(all::get).toList();
  }

  /**
   * At most so many bookings in the order they were made, beginning behind the first {@code from}.
   */
  synchronized List<Booking> page(int from, int limit) {
    int start = Math.min(from, all.size());
    return List.copyOf(all.subList(start, Math.min(all.size(), start + limit)));
  }

  synchronized Totals totals() {
    return new Totals(
        all.size() + repeated + refused,
        all.size(),
        placeByKey.size(),
        placesByMember.size(),
        repeated);
  }

  byte[] bytes(Booking booking) {
    return Json.write(json -> booking.write(json, numberName));
  }

  String numberName() {
    return numberName;
  }

  @Override
  public synchronized void close() throws IOException {
    journal.close();
  }
}
