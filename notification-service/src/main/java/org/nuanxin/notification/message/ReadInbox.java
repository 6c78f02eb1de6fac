package org.nuanxin.notification.message;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person does with the own inbox. The phone proves who it is. */
public final class ReadInbox {

  /** Unread messages are counted this far; a badge shows no more digits. */
  public static final int MOST_UNREAD = 999;

  private final Recipients recipients;
  private final Messages messages;

  /** Works on these stores. */
  public ReadInbox(Recipients recipients, Messages messages) {
    this.recipients = recipients;
    this.messages = messages;
  }

  /** The member of a caller; empty before anything was heard of this phone. */
  public Optional<String> memberOf(String federation, @Nullable String phoneIndex) {
    return phoneIndex == null ? Optional.empty() : recipients.memberOf(federation, phoneIndex);
  }

  /**
   * A page of the inbox; an empty one for somebody not known yet.
   *
   * @param before only messages older than this one; null from the newest on
   */
  public Inbox page(
      String federation, @Nullable String phoneIndex, @Nullable MessageId before, int limit) {
    return memberOf(federation, phoneIndex)
        .map(member -> page(member, before, limit))
        .orElse(Inbox.EMPTY);
  }

  private Inbox page(String member, @Nullable MessageId before, int limit) {
    List<Message> page = messages.newest(member, before, limit + 1);
    // Most inboxes fit on one page, which then tells itself how much of it is unread.
    boolean whole = before == null && page.size() <= limit;
    return new Inbox(
        page,
        whole
            ? page.stream().filter(message -> !message.read()).count()
            : messages.unread(member, MOST_UNREAD));
  }

  /**
   * Marks one message as read.
   *
   * @return false when it is not there or another's
   */
  public boolean markRead(String federation, @Nullable String phoneIndex, MessageId id) {
    return memberOf(federation, phoneIndex)
        .map(member -> id.isOf(member) && messages.markRead(member, id))
        .orElse(false);
  }

  /** Marks all messages as read. */
  public void markAllRead(String federation, @Nullable String phoneIndex) {
    memberOf(federation, phoneIndex).ifPresent(messages::markAllRead);
  }
}
