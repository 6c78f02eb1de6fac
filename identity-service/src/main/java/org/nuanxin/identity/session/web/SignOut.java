package org.nuanxin.identity.session.web;

import java.time.Clock;
import org.nuanxin.identity.session.RefreshToken;
import org.nuanxin.identity.session.Sessions;
import org.springframework.stereotype.Component;

/** Ends the session of whoever holds its token; to all others it says nothing and does nothing. */
@Component
class SignOut {

  private final Sessions sessions;
  private final Clock clock;

  SignOut(Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  void with(String token) {
    RefreshToken.parse(token).ifPresent(each -> sessions.end(each, clock.instant()));
  }
}
