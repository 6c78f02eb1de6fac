package org.nuanxin.identity.code;

import java.time.Duration;

/** The phone was sent as many codes as it may be for now. */
public class TooManyCodes extends RuntimeException {

  private final Duration wait;

  /** With how long to wait. */
  public TooManyCodes(Duration wait) {
    super("The phone had its codes");
    this.wait = wait;
  }

  /** How long to wait before asking again. */
  public Duration retryAfter() {
    return wait;
  }
}
