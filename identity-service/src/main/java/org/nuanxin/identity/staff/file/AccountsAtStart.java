package org.nuanxin.identity.staff.file;

import java.nio.file.Path;
import org.nuanxin.identity.staff.NewAccount;
import org.nuanxin.identity.staff.Passwords;
import org.nuanxin.identity.staff.StaffAccounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds the file's accounts that are not there yet, after the indexes and before the first request.
 * A life-cycle step, so that recording an AOT cache needs no database.
 */
@Component
class AccountsAtStart implements SmartLifecycle {

  /** After the kit has made the indexes, long before the web server. */
  private static final int PHASE = Integer.MIN_VALUE + 2000;

  private final String file;
  private final StaffAccounts accounts;
  private final ObjectProvider<Passwords> passwords;
  private final JsonMapper json;
  private volatile boolean running;

  AccountsAtStart(
      @Value("${nuanxin.identity.accounts-file:}") String file,
      StaffAccounts accounts,
      ObjectProvider<Passwords> passwords,
      JsonMapper json) {
    this.file = file;
    this.accounts = accounts;
    this.passwords = passwords;
    this.json = json;
  }

  @Override
  public void start() {
    if (!file.isBlank()) {
      AccountsFile.read(Path.of(file), json).forEach(this::add);
    }
    running = true;
  }

  private void add(NewAccount account) {
    if (accounts.find(account.username()).isEmpty()) {
      accounts.addIfAbsent(account.hashed(passwords.getObject()));
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
