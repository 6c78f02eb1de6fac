package org.nuanxin.identity.staff.argon;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.identity.staff.Passwords;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id, 12 MiB, three passes, one lane: the least that OWASP recommends, some 60 ms of a
 * processor here. Lazy, since the hash for unknown accounts costs as much once.
 */
@Component
@Lazy
class Argon2Passwords implements Passwords {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 12 * 1024;
  private static final int PASSES = 3;

  private final PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
  private final String nobodys = hash(UUID.randomUUID().toString());

  @Override
  public final String hash(String password) {
    String hash = argon2.encode(password);
    if (hash == null) {
      throw new IllegalStateException("Argon2 gave no hash");
    }
    return hash;
  }

  @Override
  public boolean matches(String password, @Nullable String hash) {
    boolean same = argon2.matches(password, hash == null ? nobodys : hash);
    return same && hash != null;
  }
}
