package org.nuanxin.notification.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All inboxes. */
public interface Messages {

  /**
   * Stores messages that are not there yet; one that is there stays as it is, read or not. Safe to
   * repeat and to call concurrently with the same messages.
   */
  void store(List<Message> messages);

  /**
   * A member's messages, newest first.
   *
   * @param before only those older than this one; null from the newest on
   * @param limit how many at most
   */
  List<Message> newest(String memberId, @Nullable MessageId before, int limit);

  /** The same for somebody of a federation: none where the member is another's. */
  List<Message> newestOf(String federation, String memberId, @Nullable MessageId before, int limit);

  /** How many of a member's messages are not read, counted up to {@code most}. */
  long unread(String memberId, int most);

  /**
   * Marks as read; marking again changes nothing.
   *
   * @return false when the member has no such message
   */
  boolean markRead(String memberId, MessageId id);

  /** Marks all as read. */
  void markAllRead(String memberId);
}
