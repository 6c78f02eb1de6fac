package org.nuanxin.notification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.ApplicationReturned;
import org.nuanxin.events.ApplicationSubmitted;
import org.nuanxin.events.DomainEvent;
import org.nuanxin.events.GrantIssued;
import org.nuanxin.events.MemberJoined;
import org.nuanxin.events.MemberPhoneChanged;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.mongo.Ids;
import org.nuanxin.kit.pii.BlindIndex;
import org.nuanxin.kit.pii.PhoneNumbers;
import org.nuanxin.kit.pii.TestPii;
import org.nuanxin.kit.security.TestTokens;

/** A courier whose events a test tells, with a phone nobody else has. */
public record Worker(String memberId, String phone, String language) {

  public static final String FEDERATION = "460200";
  public static final Instant JOINED_AT =
      Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);

  private static final AtomicInteger PHONES =
      new AtomicInteger((int) (System.nanoTime() % 8_000_000));

  public static Worker chinese() {
    return new Worker(Ids.next(Instant.now()), newPhone(), "zh-CN");
  }

  public static Worker english() {
    return new Worker(Ids.next(Instant.now()), newPhone(), "en");
  }

  public static String newPhone() {
    return "+86138%08d".formatted(10_000_000 + PHONES.incrementAndGet() % 80_000_000);
  }

  public static String index(String phone) {
    return TestPii.blindIndex().of(PhoneNumbers.toE164(phone).orElseThrow(), BlindIndex.PHONE);
  }

  public String token() {
    return TestTokens.worker(phone);
  }

  public StoredEvent submittedForReview(long sequence) {
    return event(
        sequence,
        new ApplicationSubmitted(
            FEDERATION,
            memberId,
            memberId + "-1",
            index(phone),
            language,
            "COURIER",
            "460203100001",
            "industry-courier",
            "三亚市快递行业工会联合会",
            "INDUSTRY",
            true,
            Instant.parse("2026-11-24T09:30:00Z"),
            JOINED_AT));
  }

  public StoredEvent returned(long sequence, String reason) {
    return event(
        sequence,
        new ApplicationReturned(
            FEDERATION,
            memberId,
            memberId + "-1",
            language,
            List.of("employer"),
            reason,
            JOINED_AT));
  }

  public StoredEvent joined(long sequence) {
    return joined(sequence, JOINED_AT.plusMillis(sequence));
  }

  public StoredEvent joined(long sequence, Instant at) {
    return joined(sequence, at, List.of(FEDERATION, "industry-courier"));
  }

  public StoredEvent joined(long sequence, @Nullable List<String> unionPath) {
    return joined(sequence, JOINED_AT.plusMillis(sequence), unionPath);
  }

  private StoredEvent joined(long sequence, Instant at, @Nullable List<String> unionPath) {
    return event(
        sequence,
        at,
        new MemberJoined(
            FEDERATION,
            memberId,
            memberId + "-1",
            "460200-2026-0000123",
            1,
            index(phone),
            language,
            "COURIER",
            "460203100001",
            "industry-courier",
            "三亚市快递行业工会联合会",
            unionPath,
            at));
  }

  public StoredEvent phoneChanged(long sequence, String newPhone) {
    return event(
        sequence,
        new MemberPhoneChanged(FEDERATION, memberId, index(newPhone), index(phone), JOINED_AT));
  }

  public StoredEvent issued(String programme) {
    String grant = memberId + ":" + programme + ":1";
    Instant at = JOINED_AT.plusSeconds(1);
    return StoredEvent.of(
        grant + "-1",
        memberId,
        1,
        at,
        null,
        new GrantIssued(
            FEDERATION,
            memberId,
            grant,
            programme,
            "1",
            language,
            "REF-" + programme,
            List.of(),
            at,
            Instant.parse("2027-11-23T16:00:00Z"),
            at));
  }

  private StoredEvent event(long sequence, DomainEvent event) {
    return event(sequence, JOINED_AT.plusMillis(sequence), event);
  }

  private StoredEvent event(long sequence, Instant at, DomainEvent event) {
    return StoredEvent.of(memberId, sequence, at, null, event);
  }
}
