package org.nuanxin.identity.staff;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account that is to be, with its password still in the clear.
 *
 * @param username in its normal form
 */
public record NewAccount(
    String username,
    String password,
    Set<String> roles,
    List<String> unions,
    @Nullable String station) {

  /** The account with its password hashed. */
  public StaffAccount hashed(Passwords passwords) {
    return new StaffAccount(username, passwords.hash(password), roles, unions, station);
  }

  /** Leaves the password out of logs. */
  @Override
  public String toString() {
    return "NewAccount[" + username + ", " + roles + "]";
  }
}
