package org.nuanxin.membership.member.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.web.Unavailable;
import org.nuanxin.membership.member.MembershipNumbers;

/**
 * Membership numbers such as {@code 460200-2026-0000123-8}: federation, year, a running number and
 * a check digit.
 *
 * <p>Each instance leases a block at a time, so that there is no counter that all sign-ups touch;
 * what is left of a block when an instance ends is never used. While no block can be had, callers
 * are refused after a second at most instead of queueing up behind one another.
 */
public final class LeasedNumbers implements MembershipNumbers {

  private static final int BLOCK = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration FAILURE_HOLDS = Duration.ofSeconds(1);

  private final MongoCollection<BsonDocument> blocks;
  private final ZoneId zone;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile long failedAt = System.nanoTime() - FAILURE_HOLDS.toNanos();
  private String series = "";
  private long next;
  private long end;

  /**
   * @param zone the federation's time zone, which says what year it is
   */
  public LeasedNumbers(MongoDatabase database, ZoneId zone) {
    this.blocks = database.getCollection("numberBlocks", BsonDocument.class);
    this.zone = zone;
  }

  @Override
  public String next(String federation, Instant at) {
    String wanted = federation + '-' + at.atZone(zone).getYear();
    long number;
    enter();
    try {
      if (!wanted.equals(series) || next == end) {
        end = leaseUnlessJustFailed(wanted);
        next = end - BLOCK;
        series = wanted;
      }
      number = next++;
    } finally {
      lock.unlock();
    }
    String digits = String.format("%07d", number + 1);
    return wanted + '-' + digits + '-' + checkDigit(wanted + digits);
  }

  private void enter() {
    try {
      if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw noNumber(null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw noNumber(e);
    }
  }

  private static Unavailable noNumber(@Nullable Exception cause) {
    String detail = "No membership number can be had at the moment; try again.";
    return cause == null ? new Unavailable(detail) : new Unavailable(detail, cause);
  }

  /** Whoever waited for a lease that failed does not try it for as long again. */
  private long leaseUnlessJustFailed(String wanted) {
    if (System.nanoTime() - failedAt < FAILURE_HOLDS.toNanos()) {
      throw noNumber(null);
    }
    try {
      return lease(wanted);
    } catch (RuntimeException e) {
      failedAt = System.nanoTime();
      throw e;
    }
  }

  /** Takes the next block; the one round trip of many numbers. */
  private long lease(String wanted) {
    BsonDocument leased =
        blocks.findOneAndUpdate(
            eq(MemberForm.ID, wanted),
            Updates.inc("end", (long) BLOCK),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    return Objects.requireNonNull(leased, "an upsert returns its document")
        .getNumber("end")
        .longValue();
  }

  /** Luhn's check digit over the digits of a text: finds any one wrong and most swapped digits. */
  static int checkDigit(String text) {
    int sum = 0;
    boolean doubled = true;
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        continue;
      }
      int digit = c - '0';
      if (doubled) {
        digit *= 2;
        digit = digit > 9 ? digit - 9 : digit;
      }
      sum += digit;
      doubled = !doubled;
    }
    return (10 - sum % 10) % 10;
  }
}
