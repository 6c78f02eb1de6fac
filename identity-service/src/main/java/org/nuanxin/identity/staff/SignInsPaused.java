package org.nuanxin.identity.staff;

import java.time.Duration;

/** Too many wrong passwords for this name; none is looked at for a while where this is thrown. */
public class SignInsPaused extends RuntimeException {

  private final Duration wait;

  /** With how long to wait. */
  public SignInsPaused(Duration wait) {
    super("Sign-ins under this name are paused");
    this.wait = wait;
  }

  /** How long to wait before trying again. */
  public Duration retryAfter() {
    return wait;
  }
}
