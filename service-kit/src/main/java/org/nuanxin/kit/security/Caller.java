package org.nuanxin.kit.security;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as the verified token says. A controller method takes it as an argument.
 *
 * @param subject claim {@code sub}: stable id of the account, never a phone number
 * @param federation whose data the caller may see
 * @param roles roles we know; a token's other roles are left out
 * @param unions roots of the union subtrees that a staff role covers
 * @param station the keeper's station
 * @param phoneIndex blind index of the worker's phone, which finds the worker's own data; null for
 *     staff
 */
public record Caller(
    String subject,
    String federation,
    Set<Role> roles,
    List<String> unions,
    @Nullable String station,
    @Nullable String phoneIndex) {

  /** Keeps its own copies. */
  public Caller {
    roles = Set.copyOf(roles);
    unions = List.copyOf(unions);
  }

  /** Whether the caller has this role. */
  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** Whether the caller has one of these roles. */
  public boolean hasAny(Role... any) {
    for (Role role : any) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }

  /** Leaves the phone's index out of logs. */
  @Override
  public String toString() {
    return "Caller[" + subject + ", " + federation + ", " + roles + "]";
  }
}
