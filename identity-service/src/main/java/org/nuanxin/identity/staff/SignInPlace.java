package org.nuanxin.identity.staff;

/**
 * Where a sign-in is tried: under which name, and from which network address.
 *
 * @param username in its normal form; there need not be such an account
 * @param address as the budgets count it
 */
public record SignInPlace(String username, String address) {

  /** Says nothing of what was typed or from where. */
  @Override
  public String toString() {
    return "SignInPlace[hidden]";
  }
}
