package org.nuanxin.notification.message;

import static org.nuanxin.notification.message.Param.CAUSE;
import static org.nuanxin.notification.message.Param.DUE_AT;
import static org.nuanxin.notification.message.Param.EXPECTED_BY;
import static org.nuanxin.notification.message.Param.FIELDS;
import static org.nuanxin.notification.message.Param.JOINING;
import static org.nuanxin.notification.message.Param.NUMBER;
import static org.nuanxin.notification.message.Param.PROGRAMME;
import static org.nuanxin.notification.message.Param.REASON;
import static org.nuanxin.notification.message.Param.REFERENCE;
import static org.nuanxin.notification.message.Param.UNION;
import static org.nuanxin.notification.message.Param.VALID_UNTIL;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.ApplicationRejected;
import org.nuanxin.events.ApplicationResubmitted;
import org.nuanxin.events.ApplicationReturned;
import org.nuanxin.events.ApplicationSubmitted;
import org.nuanxin.events.ApplicationWithdrawn;
import org.nuanxin.events.GrantCancelled;
import org.nuanxin.events.GrantEvent;
import org.nuanxin.events.GrantFailed;
import org.nuanxin.events.GrantIssued;
import org.nuanxin.events.GrantWaiting;
import org.nuanxin.events.MemberJoined;
import org.nuanxin.events.MemberLeft;
import org.nuanxin.events.MemberPhoneChanged;
import org.nuanxin.events.MembershipEvent;
import org.nuanxin.events.VisitCheckedIn;

/** Which event makes which message. */
final class MessageOf {

  private final Set<Kind> bySms;

  MessageOf(Set<Kind> bySms) {
    this.bySms = Set.copyOf(bySms);
  }

  /** The message about an event; empty for an event nobody needs to be told of. */
  Optional<Message> event(EventOccurred occurred) {
    return switch (occurred.event()) {
      case MembershipEvent event ->
          about(event).map(content -> message(occurred, event.memberId(), content));
      case GrantEvent event -> Optional.of(message(occurred, event.memberId(), about(event)));
      case VisitCheckedIn event -> Optional.empty();
    };
  }

  private static Optional<Content> about(MembershipEvent event) {
    return switch (event) {
      case ApplicationSubmitted e when !e.inReview() -> Optional.empty();
      case MemberPhoneChanged e -> Optional.empty();
      case ApplicationSubmitted e ->
          Optional.of(
              new Content(Kind.APPLICATION_RECEIVED, e.language())
                  .with(UNION, e.unionName())
                  .with(DUE_AT, e.dueAt()));
      case ApplicationReturned e ->
          Optional.of(
              new Content(Kind.APPLICATION_RETURNED, e.language())
                  .with(FIELDS, String.join(",", e.fields()))
                  .with(REASON, e.reason()));
      case ApplicationResubmitted e ->
          Optional.of(
              new Content(Kind.APPLICATION_RESUBMITTED, e.language()).with(DUE_AT, e.dueAt()));
      case ApplicationRejected e ->
          Optional.of(
              new Content(Kind.APPLICATION_REJECTED, e.language()).with(REASON, e.reason()));
      case ApplicationWithdrawn e ->
          Optional.of(new Content(Kind.APPLICATION_WITHDRAWN, e.language()));
      case MemberJoined e ->
          Optional.of(
              new Content(Kind.MEMBER_JOINED, e.language())
                  .with(NUMBER, e.membershipNumber())
                  .with(UNION, e.unionName())
                  .with(JOINING, e.joiningOrdinal() > 1 ? e.joiningOrdinal() : null));
      case MemberLeft e -> Optional.of(new Content(Kind.MEMBER_LEFT, e.language()));
    };
  }

  private static Content about(GrantEvent event) {
    Content content =
        switch (event) {
          case GrantIssued e ->
              new Content(Kind.GRANT_ISSUED, e.language())
                  .with(REFERENCE, e.reference())
                  .with(VALID_UNTIL, e.validUntil());
          case GrantWaiting e ->
              new Content(Kind.GRANT_WAITING, e.language())
                  .with(CAUSE, e.reason())
                  .with(EXPECTED_BY, e.expectedBy());
          case GrantFailed e ->
              new Content(Kind.GRANT_FAILED, e.language()).with(CAUSE, e.reason());
          case GrantCancelled e ->
              new Content(Kind.GRANT_CANCELLED, e.language()).with(CAUSE, e.reason());
        };
    return content.with(PROGRAMME, event.programme());
  }

  private Message message(EventOccurred occurred, String memberId, Content content) {
    return new Message(
        MessageId.of(memberId, occurred.at(), occurred.event().eventType().type(), occurred.id()),
        occurred.event().federation(),
        memberId,
        occurred.at(),
        content.kind,
        Language.of(content.language),
        content.values,
        bySms.contains(content.kind) ? Sms.PENDING : Sms.NONE,
        false);
  }

  /** What is told, being put together. */
  private static final class Content {
    private final Kind kind;
    private final String language;
    private final Map<Param, String> values = new EnumMap<>(Param.class);

    Content(Kind kind, String language) {
      this.kind = kind;
      this.language = language;
    }

    /** Adds a value; an absent one is left out. */
    Content with(Param param, @Nullable Object value) {
      if (value != null) {
        values.put(param, value.toString());
      }
      return this;
    }
  }
}
