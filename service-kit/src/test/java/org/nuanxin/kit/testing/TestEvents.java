package org.nuanxin.kit.testing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.nuanxin.events.GrantIssued;
import org.nuanxin.events.MemberJoined;
import org.nuanxin.events.MemberPhoneChanged;
import org.nuanxin.kit.event.ReceivedEvent;
import org.nuanxin.kit.event.StoredEvent;

/** Events that speak of made-up members. */
public final class TestEvents {

  /** When everything happens. */
  public static final Instant AT = Instant.parse("2026-11-24T01:05:00Z");

  /** A trace context of the W3C recommendation's example. */
  public static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private TestEvents() {}

  /** A member id nobody else uses. */
  public static String someone() {
    return "m" + UUID.randomUUID().toString().replace("-", "");
  }

  /** The member joined, stored as this sequence of its document. */
  public static StoredEvent joined(String member, long sequence) {
    return StoredEvent.of(
        member,
        sequence,
        AT,
        TRACE,
        new MemberJoined(
            "460200",
            member,
            member + "-1",
            "460200-2026-0000001",
            1,
            "h1.index",
            "zh-CN",
            "COURIER",
            "460203100001",
            "industry-courier",
            "快递行业工会",
            List.of("460200", "industry-courier"),
            AT));
  }

  /** What an event caused: a grant of this id, told with this text. */
  public static StoredEvent grantIssued(ReceivedEvent cause, String grant, String told) {
    return StoredEvent.of(
        grant,
        cause.key(),
        1,
        cause.time(),
        cause.traceparent(),
        new GrantIssued(
            "460200",
            cause.key(),
            grant,
            "TEST",
            "1",
            "zh-CN",
            told,
            List.of(),
            null,
            null,
            cause.time()));
  }

  /** The member has another phone. */
  public static StoredEvent phoneChanged(String member, long sequence) {
    return StoredEvent.of(
        member,
        sequence,
        AT,
        TRACE,
        new MemberPhoneChanged("460200", member, "h1.other", "h1.index", AT));
  }
}
