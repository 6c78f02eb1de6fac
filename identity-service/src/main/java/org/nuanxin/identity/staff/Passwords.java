package org.nuanxin.identity.staff;

import org.jspecify.annotations.Nullable;

/** Slow, salted hashing of passwords. */
public interface Passwords {

  /** A hash to be stored; another one at each call. */
  String hash(String password);

  /**
   * Whether the password is the one that was hashed. Takes as long when there is no hash, so that
   * nobody learns which accounts exist.
   */
  boolean matches(String password, @Nullable String hash);
}
