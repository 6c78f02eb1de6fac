package org.nuanxin.identity.staff;

import java.util.Optional;

/** The accounts of this federation's staff. */
public interface StaffAccounts {

  /** The account of this name. */
  Optional<StaffAccount> find(String username);

  /** Adds the account unless one of its name is there, which then stays as it is. */
  void addIfAbsent(StaffAccount account);
}
