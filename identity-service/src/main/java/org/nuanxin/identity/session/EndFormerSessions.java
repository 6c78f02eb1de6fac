package org.nuanxin.identity.session;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.nuanxin.identity.session.Sessions.Former;

/**
 * Ends the sessions of phone numbers that change hands, since what is found by a number is its new
 * holder's.
 *
 * <p>Of a number that somebody left, or that was taken away, all end that were opened until then:
 * there is nobody any more for whom one could go on, and whoever holds the number next shows a code
 * of their own.
 *
 * <p>Of a number that somebody got, those opened within one access token's life before that stay.
 * Who opened one has just proved by a code to hold the number, so it is no former holder; and who
 * takes a number by themselves proves it by exactly such a fresh token, and must not be signed out
 * by it.
 *
 * <p>Access tokens that are out already cannot be called back: a former holder's is good for the
 * rest of its life, and then nothing renews it.
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
   * Ends them for each of these changes. Each is judged by its own time alone, so any of them may
   * come again, late or out of order.
   *
   * @param changes at least one
   * @return how many sessions have ended
   */
  public int of(List<PhoneChange> changes) {
    return sessions.end(changes.stream().flatMap(this::former).toList());
  }

  private Stream<Former> former(PhoneChange change) {
    Former got = new Former(change.federation(), change.phoneIndex(), change.at().minus(fresh));
    String left = change.formerPhoneIndex();
    return left == null
        ? Stream.of(got)
        : Stream.of(got, new Former(change.federation(), left, change.at()));
  }
}
