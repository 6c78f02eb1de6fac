package org.nuanxin.identity;

import java.time.Duration;
import org.nuanxin.identity.budget.BudgetLimits;
import org.nuanxin.identity.code.CodePolicy;
import org.nuanxin.identity.key.KeyPolicy;
import org.nuanxin.identity.session.SessionPolicy;
import org.nuanxin.identity.staff.BackOff;
import org.nuanxin.identity.staff.NameLimit;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Everything about signing in that an operator may turn; application.yml holds the defaults.
 *
 * @param codes one-time codes
 * @param budgets per network address and minute
 * @param backOff waiting after wrong passwords, per name and address
 * @param nameLimit wrong passwords per name, from all addresses together
 * @param sessions how long one stays signed in
 * @param keys signing keys
 * @param accessToken how long an access token is good for
 * @param passwords checking passwords
 */
@ConfigurationProperties("nuanxin.identity")
record IdentitySettings(
    CodePolicy codes,
    BudgetLimits budgets,
    BackOff backOff,
    NameLimit nameLimit,
    SessionPolicy sessions,
    KeyPolicy keys,
    Duration accessToken,
    PasswordChecks passwords) {

  /**
   * How passwords are checked.
   *
   * @param atOnce side by side; each takes a processor and 12 MiB
   * @param patience how long a caller waits for its turn
   */
  record PasswordChecks(int atOnce, Duration patience) {}

  /** Refuses what cannot work together. */
  IdentitySettings {
    if (keys.overlap().compareTo(accessToken) <= 0) {
      throw new IllegalArgumentException(
          "nuanxin.identity.keys.overlap must be longer than nuanxin.identity.access-token");
    }
  }
}
