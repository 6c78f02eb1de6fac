package org.nuanxin.notification.sms;

import org.nuanxin.notification.message.Message;

/**
 * A message whose SMS is due.
 *
 * @param attempts how often it was tried in vain
 * @param unsure whether an earlier try may have succeeded without our hearing of it
 * @param claim by which one sender has it in hand; empty while nobody has
 */
public record PendingSms(Message message, int attempts, boolean unsure, String claim) {}
