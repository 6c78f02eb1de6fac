package org.nuanxin.notification.message;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nuanxin.events.ApprovedSamples;
import org.nuanxin.events.EventType;
import org.nuanxin.events.MemberJoined;
import org.nuanxin.kit.event.EventJson;

/** Messages for tests: those that the approved samples of all events make, and made-up ones. */
public final class ToldMessages {

  public static final Instant AT = Instant.parse("2026-11-24T01:05:00Z");

  private ToldMessages() {}

  /** The message that an event's approved sample makes. */
  public static Optional<Message> ofSample(EventType type) {
    return new MessageOf(Set.of(Kind.MEMBER_JOINED))
        .event(
            new EventOccurred(
                "e-1", 1, AT, EventJson.read(ApprovedSamples.of(type), type.record())));
  }

  /** The message that the approved sample makes when it is somebody's n-th joining. */
  public static Message joined(Language language, int ordinal) {
    String sample = ApprovedSamples.of(EventType.MEMBER_JOINED);
    String changed =
        sample
            .replace("\"joiningOrdinal\": 1", "\"joiningOrdinal\": " + ordinal)
            .replace("\"zh-CN\"", "\"" + language.tag() + "\"");
    return new MessageOf(Set.of(Kind.MEMBER_JOINED))
        .event(new EventOccurred("e-1", 1, AT, EventJson.read(changed, MemberJoined.class)))
        .orElseThrow();
  }

  /** A message with every value its kind may have. */
  public static Message full(Kind kind, Language language) {
    Map<Param, String> values = new EnumMap<>(Param.class);
    kind.required().forEach(param -> values.put(param, value(param)));
    kind.optional().forEach(param -> values.put(param, value(param)));
    return message("member-1", kind, language, values, 1);
  }

  /** A message with only the values its kind always has. */
  public static Message bare(Kind kind, Language language) {
    Map<Param, String> values = new EnumMap<>(Param.class);
    kind.required().forEach(param -> values.put(param, value(param)));
    return message("member-1", kind, language, values, 1);
  }

  /** The n-th welcome of a member. */
  public static Message welcome(String memberId, int n) {
    return message(
        memberId,
        Kind.MEMBER_JOINED,
        Language.ZH_CN,
        Map.of(Param.NUMBER, "no-" + n, Param.UNION, "工会"),
        n);
  }

  /** A message told at second {@code n}. */
  public static Message message(
      String memberId, Kind kind, Language language, Map<Param, String> values, int n) {
    Instant at = AT.plusSeconds(n);
    return new Message(
        MessageId.of(memberId, at, kind.name(), "e-" + n),
        "460200",
        memberId,
        at,
        kind,
        language,
        values,
        kind == Kind.MEMBER_JOINED ? Sms.PENDING : Sms.NONE,
        false);
  }

  private static String value(Param param) {
    return switch (param) {
      case DUE_AT, VALID_UNTIL, EXPECTED_BY -> "2026-11-24T09:30:00Z";
      case FIELDS -> "employer,communityCode";
      case JOINING -> "2";
      case PROGRAMME -> "HEALTH_CHECK";
      case CAUSE -> "OUT_OF_STOCK";
      case UNION, REASON, NUMBER, REFERENCE -> "<" + param.placeholder() + ">";
    };
  }
}
