package org.nuanxin.notification.message;

import java.util.List;

/**
 * A page of somebody's inbox.
 *
 * @param messages newest first; one more than asked for when there are more
 * @param unread how many of all are not read
 */
public record Inbox(List<Message> messages, long unread) {

  static final Inbox EMPTY = new Inbox(List.of(), 0);
}
