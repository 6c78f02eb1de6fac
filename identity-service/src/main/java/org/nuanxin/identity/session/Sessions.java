package org.nuanxin.identity.session;

import java.time.Instant;

/** The sessions that are open. Every call is one atomic step in the store. */
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

  /** Opens a session whose current token is this. */
  void open(Session session, RefreshToken token);

  /**
   * Makes the successor current if the presented token is. Of concurrent calls with one token, on
   * any instance, exactly one rotates; the others learn its nonce while the grace lasts.
   *
   * @param nonce leads from the presented token to the successor
   */
  Rotation rotate(RefreshToken presented, RefreshToken successor, byte[] nonce, Instant now);

  /** Ends the session; none of its tokens renews anything from now on. */
  void end(String sessionId);
}
