package org.nuanxin.benefits.testing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.MemberJoined;
import org.nuanxin.events.MemberLeft;
import org.nuanxin.events.MemberPhoneChanged;
import org.nuanxin.kit.event.StoredEvent;
import org.nuanxin.kit.mongo.Ids;
import org.nuanxin.kit.pii.BlindIndex;
import org.nuanxin.kit.pii.TestPii;
import org.nuanxin.kit.security.TestTokens;

/** A made-up member, and the events membership-service would send of them. */
public record TestMember(String id, String phone) {

  private static final AtomicInteger NEXT = new AtomicInteger();

  /** A member nobody else uses. */
  public static TestMember someone() {
    return new TestMember(
        Ids.next(Instant.now()),
        String.format(Locale.ROOT, "+86138%08d", NEXT.incrementAndGet() + 10_000_000));
  }

  /** The blind index that services know the phone by. */
  public String phoneIndex() {
    return TestPii.blindIndex().of(phone, BlindIndex.PHONE);
  }

  /** A token of this phone. */
  public String token() {
    return TestTokens.worker(phone);
  }

  /** The event of the n-th joining. */
  public MemberJoined joined(int ordinal, Instant at) {
    return joined(ordinal, at, List.of(TestTokens.FEDERATION, "industry-courier"));
  }

  private MemberJoined joined(int ordinal, Instant at, @Nullable List<String> unionPath) {
    return new MemberJoined(
        TestTokens.FEDERATION,
        id,
        id + "-" + ordinal,
        "460200-2026-0000001",
        ordinal,
        phoneIndex(),
        "zh-CN",
        "COURIER",
        "460203100001",
        "industry-courier",
        "三亚市快递行业工会联合会",
        unionPath,
        at);
  }

  /** The n-th joining as stored at this sequence, now. */
  public StoredEvent joins(int ordinal, long sequence) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return StoredEvent.of(id, sequence, now, null, joined(ordinal, now));
  }

  /** The n-th joining, of a union with this path; null as it was told before there were paths. */
  public StoredEvent joins(int ordinal, long sequence, @Nullable List<String> unionPath) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return StoredEvent.of(id, sequence, now, null, joined(ordinal, now, unionPath));
  }

  /** The first joining. */
  public StoredEvent joins() {
    return joins(1, 2);
  }

  /** The end of the n-th joining. */
  public StoredEvent leaves(int ordinal, long sequence) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return StoredEvent.of(
        id,
        sequence,
        now,
        null,
        new MemberLeft(TestTokens.FEDERATION, id, ordinal, phoneIndex(), "zh-CN", now));
  }

  /** Takes another's phone. */
  public StoredEvent takesPhoneOf(TestMember other, long sequence) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return StoredEvent.of(
        id,
        sequence,
        now,
        null,
        new MemberPhoneChanged(TestTokens.FEDERATION, id, other.phoneIndex(), phoneIndex(), now));
  }

  /** The id of a grant of this member. */
  public String grant(String programme, String period) {
    return id + ':' + programme + ':' + period;
  }
}
