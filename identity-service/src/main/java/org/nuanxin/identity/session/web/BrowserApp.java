package org.nuanxin.identity.session.web;

import org.jspecify.annotations.Nullable;
import org.nuanxin.identity.session.Person;

/**
 * The apps that one browser may have open side by side. Each keeps its session in a cookie of its
 * own, so that neither takes over, nor ends, what was opened in the other.
 */
enum BrowserApp {

  /** The workers' app. Its cookie has the name that the only one had once, and still works. */
  WORKERS(SessionCookie.WORKERS),

  /** The console of staff. */
  CONSOLE(SessionCookie.STAFF);

  /** What the console sends in {@code X-Requested-With}. */
  static final String CONSOLE_SAYS = "nuanxin-console";

  private final String cookie;

  BrowserApp(String cookie) {
    this.cookie = cookie;
  }

  /** Whose a call is that has only a cookie to show, by what its page says of itself. */
  static BrowserApp saying(@Nullable String requestedWith) {
    return CONSOLE_SAYS.equals(requestedWith) ? CONSOLE : WORKERS;
  }

  /** The only app that is for this person. */
  static BrowserApp of(Person person) {
    return switch (person) {
      case Person.Worker worker -> WORKERS;
      case Person.Staff staff -> CONSOLE;
    };
  }

  String cookie() {
    return cookie;
  }
}
