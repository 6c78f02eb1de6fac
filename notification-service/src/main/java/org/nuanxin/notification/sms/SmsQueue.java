package org.nuanxin.notification.sms;

import java.time.Instant;
import java.util.List;

/** The messages that wait for their SMS. */
public interface SmsQueue {

  /** How trying one ended. */
  sealed interface Settled {

    /** The message it is about. */
    PendingSms sms();

    /** The provider has it. */
    record Sent(PendingSms sms) implements Settled {}

    /** It will not be sent. */
    record Failed(PendingSms sms) implements Settled {}

    /** It was too old to be sent. */
    record Expired(PendingSms sms) implements Settled {}

    /**
     * It is to be tried again.
     *
     * @param unsure whether the provider may have it without our knowing
     */
    record Postponed(PendingSms sms, Instant until, boolean unsure) implements Settled {}
  }

  /** What is due, longest waiting first. */
  List<PendingSms> due(Instant now, int limit);

  /** Notes how they ended, in one write; to repeat it changes nothing but a count of tries. */
  void settle(List<Settled> settled);

  /** How many wait, due or not. */
  long waiting();
}
