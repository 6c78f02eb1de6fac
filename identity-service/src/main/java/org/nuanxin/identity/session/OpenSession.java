package org.nuanxin.identity.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Opens a session for a person who has just proved who they are. */
public final class OpenSession {

  private final Sessions sessions;
  private final SessionPolicy policy;
  private final SecureRandom random;
  private final Clock clock;

  /** Opens sessions as long as the policy says. */
  public OpenSession(Sessions sessions, SessionPolicy policy, SecureRandom random, Clock clock) {
    this.sessions = sessions;
    this.policy = policy;
    this.random = random;
    this.clock = clock;
  }

  /** Opens one and stores it. */
  public Opened of(Person person) {
    Instant now = clock.instant();
    RefreshToken token = RefreshToken.first(random);
    Duration life = policy.lifeOf(person);
    sessions.open(new Session(token.sessionId(), holder(person), now.plus(life)), token, now);
    return new Opened(person, token, life);
  }

  private static Holder holder(Person person) {
    return switch (person) {
      case Person.Worker(String id, String phoneIndex) -> new Holder.Worker(id, phoneIndex);
      case Person.Staff staff -> new Holder.Staff(staff.username());
    };
  }
}
