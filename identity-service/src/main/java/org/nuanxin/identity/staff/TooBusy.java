package org.nuanxin.identity.staff;

/** More passwords are waiting to be checked than the processors can check in time. */
public class TooBusy extends RuntimeException {

  /** Without further detail: there is nothing to fix but to wait. */
  public TooBusy() {
    super("Too many passwords to check at once");
  }
}
