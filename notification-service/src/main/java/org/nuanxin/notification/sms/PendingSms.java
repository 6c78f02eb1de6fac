package org.nuanxin.notification.sms;

import org.nuanxin.notification.message.Message;

/**
 * A message whose SMS is due.
 *
 * @param attempts how often it was tried in vain
 * @param unsure whether the last try may have succeeded without our hearing of it
 */
public record PendingSms(Message message, int attempts, boolean unsure) {}
