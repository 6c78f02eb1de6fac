package org.nuanxin.identity.session;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The sessions that are open. Every call about one session is one atomic step in the store. */
public interface Sessions {

  /** What became of a token that was presented for renewal. */
  sealed interface Rotation {

    /** It was the current one; now its successor is. */
    record Rotated(Session session) implements Rotation {}

    /**
     * It was renewed moments ago: another tab was faster.
     *
     * @param nonce leads from the presented token to the current one
     */
    record JustRotated(Session session, byte[] nonce) implements Rotation {}

    /** It was renewed longer ago, so two parties hold tokens of this session. */
    record Reused(Session session) implements Rotation {}

    /** There is no such session, or it has expired. */
    record Unknown() implements Rotation {}
  }

  /**
   * Sessions of a phone number that are not its holder's any more.
   *
   * @param openedBefore those opened earlier than this
   */
  record Former(String federation, String phoneIndex, Instant openedBefore) {

    /**
     * Refuses to be without a number: a store would take that for everybody who has none, staff.
     */
    public Former {
      Objects.requireNonNull(phoneIndex, "phoneIndex");
    }
  }

  /** Opens a session whose current token is this, and which is of this moment. */
  void open(Session session, RefreshToken token, Instant now);

  /**
   * Makes the successor current if the presented token is. Of concurrent calls with one token, on
   * any instance, exactly one rotates; the others learn its nonce while the grace lasts.
   *
   * @param nonce leads from the presented token to the successor
   */
  Rotation rotate(RefreshToken presented, RefreshToken successor, byte[] nonce, Instant now);

  /** Ends the session; none of its tokens renews anything from now on. */
  void end(String sessionId);

  /**
   * Ends the session of this token if that proves to hold it: by being the current one, or the one
   * before while the grace lasts. A session's id with any other secret ends nothing.
   *
   * @return whether it has ended by this
   */
  boolean end(RefreshToken presented, Instant now);

  /**
   * Ends all these sessions of workers, each in a step of its own but all by one call of the store.
   * Doing it again ends nothing more. Sessions from before opening times were stored count as old.
   *
   * @param former at least one
   * @return how many have ended
   */
  int end(List<Former> former);
}
