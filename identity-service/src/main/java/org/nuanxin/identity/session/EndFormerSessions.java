package org.nuanxin.identity.session;

import java.time.Duration;
import java.util.List;
import org.nuanxin.identity.session.Sessions.Former;

/**
 * Ends the sessions of whoever held a phone number before somebody else got it: what is found by
 * the number is the new holder's by now.
 *
 * <p>Sessions opened within one access token's life before that stay. Who opened one has just
 * proved by a code to hold the number, so it is no former holder; and who takes a number by
 * themselves proves it by exactly such a fresh token, and must not be signed out by it. Access
 * tokens that are out already cannot be called back: a former holder's is good for the rest of its
 * life, and then nothing renews it.
 */
public final class EndFormerSessions {

  private final Sessions sessions;
  private final Duration fresh;

  /**
   * Ends these sessions.
   *
   * @param fresh how long a code counts as just shown: the life of an access token
   */
  public EndFormerSessions(Sessions sessions, Duration fresh) {
    this.sessions = sessions;
    this.fresh = fresh;
  }

  /**
   * Ends them for each of these numbers. Each is judged by its own time alone, so any of them may
   * come again, late or out of order.
   *
   * @param given at least one
   * @return how many sessions have ended
   */
  public int of(List<PhoneGiven> given) {
    return sessions.end(
        given.stream()
            .map(each -> new Former(each.federation(), each.phoneIndex(), each.at().minus(fresh)))
            .toList());
  }
}
