package org.nuanxin.membership.access;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.mongo.DuplicateKeys;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.security.Role;
import org.nuanxin.kit.web.Unavailable;

/**
 * Every look of staff at a person's application, masked or not, or full record, and what staff did
 * with the person's phone, one chain per person: each entry carries the hash of the one before, so
 * that a changed or removed entry shows.
 *
 * <p>An entry is stored before the record is shown; when it cannot be stored, nothing is shown. The
 * id is {@code memberId:number}, so of two that append at once one comes after the other.
 */
public final class AccessLog {

  /**
   * One look.
   *
   * @param purpose what for, in the words of who looked; null where it was not asked
   */
  public record Entry(
      long number,
      Instant at,
      String account,
      List<String> roles,
      String what,
      @Nullable String purpose) {}

  private static final int ATTEMPTS = 12;
  private static final long SHORTEST_PAUSE = Duration.ofMillis(1).toNanos();
  private static final int DIGITS = 8;
  private static final String START = "";
  private static final String PURPOSE = "purpose";

  private final MongoCollection<Document> entries;
  private final Clock clock;

  /** In this database. */
  public AccessLog(MongoDatabase database, Clock clock) {
    this.entries = database.getCollection("accessLog");
    this.clock = clock;
  }

  /**
   * Writes down a look.
   *
   * @param what was shown, such as {@code application}, or changed, such as {@code phone}
   * @throws Unavailable when many look at once; nothing may be shown then
   */
  public void add(String federation, String memberId, Caller caller, String what) {
    add(federation, memberId, caller, what, null);
  }

  /**
   * Writes down a look and what it is for.
   *
   * @throws Unavailable when many look at once; nothing may be shown then
   */
  public void add(
      String federation, String memberId, Caller caller, String what, @Nullable String purpose) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Document last = last(memberId);
      Document next = next(federation, memberId, last, caller, what, purpose);
      try {
        entries.insertOne(next);
        return;
      } catch (MongoWriteException e) {
        if (!DuplicateKeys.is(e)) {
          throw e;
        }
        stepAside(attempt);
      }
    }
    throw new Unavailable("The look cannot be written down at the moment. Please try again.");
  }

  /** The latest looks at a person's record, newest first. */
  public List<Entry> latest(String memberId, int limit) {
    List<Entry> latest = new ArrayList<>();
    for (Document entry : entries.find(of(memberId)).sort(Sorts.descending("_id")).limit(limit)) {
      latest.add(
          new Entry(
              entry.getLong("number"),
              entry.getDate("at").toInstant(),
              entry.getString("by"),
              entry.getList("roles", String.class),
              entry.getString("what"),
              entry.getString(PURPOSE)));
    }
    return latest;
  }

  /** Whether the whole chain of a person is as it was written. */
  public boolean isIntact(String memberId) {
    String before = START;
    long number = 0;
    for (Document entry : entries.find(of(memberId)).sort(Sorts.ascending("_id"))) {
      number++;
      if (!entry.getLong("number").equals(number)
          || !before.equals(entry.getString("before"))
          || !hash(entry).equals(entry.getString("hash"))) {
        return false;
      }
      before = entry.getString("hash");
    }
    return true;
  }

  /** Many who append at once get out of each other's way: at random, each time for longer. */
  private static void stepAside(int attempt) {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE << attempt));
  }

  private @Nullable Document last(String memberId) {
    return entries.find(of(memberId)).sort(Sorts.descending("_id")).limit(1).first();
  }

  private Document next(
      String federation,
      String memberId,
      @Nullable Document last,
      Caller caller,
      String what,
      @Nullable String purpose) {
    long number = last == null ? 1 : last.getLong("number") + 1;
    Document next =
        new Document("_id", memberId + ':' + String.format("%0" + DIGITS + "d", number))
            .append("f", federation)
            .append("number", number)
            .append("at", Date.from(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
            .append("by", caller.subject())
            .append("roles", caller.roles().stream().map(Role::name).sorted().toList())
            .append("what", what)
            .append("before", last == null ? START : last.getString("hash"));
    if (purpose != null) {
      next.append(PURPOSE, purpose);
    }
    return next.append("hash", hash(next));
  }

  /** Ids begin with the member's, so the id's own index finds a person's entries in order. */
  private static Bson of(String memberId) {
    return and(gte("_id", memberId + ':'), lt("_id", memberId + ';'));
  }

  private static String hash(Document entry) {
    String content =
        String.join(
            "\n",
            entry.getString("_id"),
            entry.getString("f"),
            Long.toString(entry.getDate("at").getTime()),
            entry.getString("by"),
            String.valueOf(entry.get("roles")),
            entry.getString("what"),
            entry.getString("before"));
    String purpose = entry.getString(PURPOSE);
    if (purpose != null) {
      // After all else, so that the entries written before there were purposes keep their hashes.
      content += '\n' + purpose;
    }
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
