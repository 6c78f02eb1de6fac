package org.nuanxin.notification.sms;

import java.time.Instant;

/**
 * The turn to send, which one instance has at a time, so that they do not all look up the same. It
 * may run out in the middle of a batch: that no two send the same is kept by {@link
 * SmsQueue#claim}.
 */
public interface Lease {

  /**
   * Takes or prolongs the lease. Of concurrent callers one succeeds; a holder that died is followed
   * when its lease has run out.
   *
   * @return whether this instance has it, for some time to come
   */
  boolean hold(Instant now);

  /** Gives it back, so that another need not wait. */
  void release();
}
