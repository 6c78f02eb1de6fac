package org.nuanxin.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue: each event's literal CloudEvents {@code type}, its topic and its record. The
 * literal never follows a renamed class. A breaking change is a new constant with a {@code v2}
 * literal beside the old one.
 */
public enum EventType {
  APPLICATION_SUBMITTED(
      "org.nuanxin.membership.application.submitted.v1",
      Topics.MEMBERSHIP,
      ApplicationSubmitted.class),
  APPLICATION_RETURNED(
      "org.nuanxin.membership.application.returned.v1",
      Topics.MEMBERSHIP,
      ApplicationReturned.class),
  APPLICATION_RESUBMITTED(
      "org.nuanxin.membership.application.resubmitted.v1",
      Topics.MEMBERSHIP,
      ApplicationResubmitted.class),
  APPLICATION_REJECTED(
      "org.nuanxin.membership.application.rejected.v1",
      Topics.MEMBERSHIP,
      ApplicationRejected.class),
  APPLICATION_WITHDRAWN(
      "org.nuanxin.membership.application.withdrawn.v1",
      Topics.MEMBERSHIP,
      ApplicationWithdrawn.class),
  MEMBER_JOINED("org.nuanxin.membership.member.joined.v1", Topics.MEMBERSHIP, MemberJoined.class),
  MEMBER_LEFT("org.nuanxin.membership.member.left.v1", Topics.MEMBERSHIP, MemberLeft.class),
  MEMBER_PHONE_CHANGED(
      "org.nuanxin.membership.member.phone-changed.v1",
      Topics.MEMBERSHIP,
      MemberPhoneChanged.class),
  GRANT_ISSUED("org.nuanxin.benefits.grant.issued.v1", Topics.BENEFITS, GrantIssued.class),
  GRANT_WAITING("org.nuanxin.benefits.grant.waiting.v1", Topics.BENEFITS, GrantWaiting.class),
  GRANT_FAILED("org.nuanxin.benefits.grant.failed.v1", Topics.BENEFITS, GrantFailed.class),
  GRANT_CANCELLED("org.nuanxin.benefits.grant.cancelled.v1", Topics.BENEFITS, GrantCancelled.class),
  VISIT_CHECKED_IN(
      "org.nuanxin.stations.visit.checked-in.v1", Topics.STATIONS, VisitCheckedIn.class);

  private static final Map<String, EventType> BY_TYPE =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::type, Function.identity()));
  private static final Map<Class<?>, EventType> BY_RECORD =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::record, Function.identity()));

  private final String type;
  private final String topic;
  private final Class<? extends DomainEvent> record;

  EventType(String type, String topic, Class<? extends DomainEvent> record) {
    this.type = type;
    this.topic = topic;
    this.record = record;
  }

  /** The literal that travels as {@code ce_type}. */
  public String type() {
    return type;
  }

  /** The topic that carries it. */
  public String topic() {
    return topic;
  }

  /** The record that its payload is read into. */
  public Class<? extends DomainEvent> record() {
    return record;
  }

  /** The event type with this literal; empty for one that this build does not know. */
  public static Optional<EventType> ofType(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  /**
   * The event type of a record.
   *
   * @throws IllegalArgumentException when the class is not in the catalogue
   */
  public static EventType of(Class<? extends DomainEvent> record) {
    EventType found = BY_RECORD.get(record);
    if (found == null) {
      throw new IllegalArgumentException("Not in the catalogue: " + record.getName());
    }
    return found;
  }
}
