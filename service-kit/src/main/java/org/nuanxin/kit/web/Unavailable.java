package org.nuanxin.kit.web;

/**
 * The service cannot take this now (a full queue, an outcome that is not known) and the caller may
 * safely try again: 503 {@code unavailable} with {@code Retry-After: 1}.
 */
public class Unavailable extends RuntimeException {

  /** With one sentence for the caller. */
  public Unavailable(String detail) {
    super(detail);
  }

  /** With one sentence for the caller, and a cause for the log only. */
  public Unavailable(String detail, Throwable cause) {
    super(detail, cause);
  }
}
