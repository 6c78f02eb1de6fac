package org.nuanxin.identity.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.nuanxin.identity.session.Sessions.Rotation;

/**
 * Exchanges a refresh token for its successor. A token that comes a second time, past the grace for
 * two tabs, was stolen from or by someone: the session ends for both.
 */
public final class RenewSession {

  private final Sessions sessions;
  private final StaffRecords staff;
  private final SecureRandom random;
  private final Clock clock;

  /** Renews these sessions; what staff may do is looked up anew each time. */
  public RenewSession(Sessions sessions, StaffRecords staff, SecureRandom random, Clock clock) {
    this.sessions = sessions;
    this.staff = staff;
    this.random = random;
    this.clock = clock;
  }

  /** Renews with this token; empty for every reason not to, without saying which. */
  public Optional<Opened> with(RefreshToken presented) {
    Instant now = clock.instant();
    byte[] nonce = RefreshToken.nonce(random);
    RefreshToken successor = presented.successor(nonce);
    return switch (sessions.rotate(presented, successor, nonce, now)) {
      case Rotation.Rotated(Session session) -> opened(session, successor, now);
      case Rotation.JustRotated(Session session, byte[] theirs) ->
          opened(session, presented.successor(theirs), now);
      case Rotation.Reused(Session session) -> {
        sessions.end(session.id());
        yield Optional.empty();
      }
      case Rotation.Unknown() -> Optional.empty();
    };
  }

  private Optional<Opened> opened(Session session, RefreshToken token, Instant now) {
    Optional<? extends Person> person =
        switch (session.holder()) {
          case Holder.Worker(String id, String phoneIndex) ->
              Optional.of(new Person.Worker(id, phoneIndex));
          case Holder.Staff(String username) -> staff.find(username);
        };
    if (person.isEmpty()) {
      sessions.end(session.id());
      return Optional.empty();
    }
    return Optional.of(new Opened(person.get(), token, Duration.between(now, session.expiresAt())));
  }
}
