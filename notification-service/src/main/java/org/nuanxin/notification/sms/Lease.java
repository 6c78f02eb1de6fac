package org.nuanxin.notification.sms;

import java.time.Instant;

/** The right to send, which one instance has at a time. */
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
