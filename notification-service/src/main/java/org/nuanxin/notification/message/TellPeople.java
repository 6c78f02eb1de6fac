package org.nuanxin.notification.message;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nuanxin.events.ApplicationSubmitted;
import org.nuanxin.events.MemberJoined;
import org.nuanxin.events.MemberPhoneChanged;
import org.nuanxin.notification.message.Recipient.JoinedUnion;

/** Turns events into messages and keeps who is to see them. */
public final class TellPeople {

  private final Recipients recipients;
  private final Messages messages;
  private final MessageOf messageOf;

  /**
   * Works on these stores.
   *
   * @param bySms kinds of messages that also go out by SMS
   */
  public TellPeople(Recipients recipients, Messages messages, Set<Kind> bySms) {
    this.recipients = recipients;
    this.messages = messages;
    this.messageOf = new MessageOf(bySms);
  }

  /**
   * Stores the effects of a batch: one write for the recipients, one for the messages. Repeating
   * any of it changes nothing.
   */
  public void of(List<EventOccurred> events) {
    recipients.bind(events.stream().flatMap(event -> recipient(event).stream()).toList());
    messages.store(events.stream().flatMap(event -> messageOf.event(event).stream()).toList());
  }

  private static Optional<Recipient> recipient(EventOccurred occurred) {
    return switch (occurred.event()) {
      // One that the rules approve is followed by the joining, which says the same.
      case ApplicationSubmitted e when !e.inReview() -> Optional.empty();
      case ApplicationSubmitted e ->
          Optional.of(recipient(occurred, e.memberId(), e.federation(), e.phoneIndex()));
      case MemberJoined e ->
          Optional.of(
              recipient(
                  occurred, e.memberId(), e.federation(), e.phoneIndex(), union(occurred, e)));
      case MemberPhoneChanged e ->
          Optional.of(recipient(occurred, e.memberId(), e.federation(), e.phoneIndex()));
      default -> Optional.empty();
    };
  }

  private static JoinedUnion union(EventOccurred occurred, MemberJoined joined) {
    return new JoinedUnion(joined.knownUnionPath(), occurred.sequence());
  }

  private static Recipient recipient(
      EventOccurred occurred, String memberId, String federation, String phoneIndex) {
    return recipient(occurred, memberId, federation, phoneIndex, JoinedUnion.NONE);
  }

  private static Recipient recipient(
      EventOccurred occurred,
      String memberId,
      String federation,
      String phoneIndex,
      JoinedUnion union) {
    return new Recipient(
        memberId, federation, phoneIndex, union, occurred.sequence(), occurred.at());
  }
}
