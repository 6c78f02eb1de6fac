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

    /**
     * It could not be tried for a reason of our own, and is to be tried again.
     *
     * @param unsure whether the provider may have it without our knowing
     */
    record Broken(PendingSms sms, Instant until, boolean unsure, RuntimeException why)
        implements Settled {}

    /** It was claimed but not tried: it is due again at once and as sure or unsure as before. */
    record Untried(PendingSms sms, Instant due) implements Settled {}
  }

  /** What is due, longest waiting first; a kind of a later version is left to that version. */
  List<PendingSms> due(Instant now, int limit);

  /**
   * Takes in hand what is about to be sent, in one write. Until it is settled each is marked as one
   * that the provider may have, and is not due before {@code until}: whoever finds it after a crash
   * asks the provider first. Of concurrent callers one gets a message; it is left out for the
   * others, and also for who saw it as sure when that is no longer so.
   *
   * @param due as {@link #due} gave them at {@code now}
   * @return those that are the caller's until then, as sure or unsure as they were before
   */
  List<PendingSms> claim(List<PendingSms> due, Instant now, Instant until);

  /**
   * Notes how they ended, in one write; to repeat it changes nothing. What is to be tried again is
   * noted only as long as the claim is the caller's.
   */
  void settle(List<Settled> settled);

  /** How many wait, due or not, counted up to a hundred thousand. */
  long waiting();
}
