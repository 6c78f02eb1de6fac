package org.nuanxin.identity.session;

import java.util.Optional;

/** What staff may do today. */
@FunctionalInterface
public interface StaffRecords {

  /** The person behind the account; empty when it is no more. */
  Optional<Person.Staff> find(String username);
}
