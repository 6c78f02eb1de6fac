package org.nuanxin.identity.staff;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One person who works for the federation.
 *
 * @param username lower case, never changed or given to another
 * @param passwordHash as {@link Passwords} made it
 * @param roles what the person may do
 * @param unions roots of the union subtrees within which
 * @param station the station a keeper keeps
 */
public record StaffAccount(
    String username,
    String passwordHash,
    Set<String> roles,
    List<String> unions,
    @Nullable String station) {

  /** Keeps its own copies. */
  public StaffAccount {
    roles = Set.copyOf(roles);
    unions = List.copyOf(unions);
  }

  /** The one form of a user name, however it was typed. */
  public static String normalised(String username) {
    return username.strip().toLowerCase(Locale.ROOT);
  }

  /** Leaves the hash out of logs. */
  @Override
  public String toString() {
    return "StaffAccount[" + username + ", " + roles + "]";
  }
}
