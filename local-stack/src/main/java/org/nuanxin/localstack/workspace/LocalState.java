package org.nuanxin.localstack.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a running stack is, as {@code .nuanxin/local.json} tells tools and tests. The file is
 * replaced at each change of a process id and removed when the stack has stopped.
 *
 * @param gateway base URL of the one public door
 * @param sandbox base URL of the providers' sandbox
 * @param kafka bootstrap servers
 * @param mongo connection string
 * @param services every service process
 * @param accounts staff accounts with their passwords
 * @param startedAt when the launcher started, RFC 3339
 * @param ready whether every service was ready at once after the start
 * @param launcher process id of the launcher, which holds Kafka and the sandbox
 * @param launcherBegan when that process began, RFC 3339; process ids are used again
 */
public record LocalState(
    String gateway,
    String sandbox,
    String kafka,
    String mongo,
    List<ServiceState> services,
    List<AccountState> accounts,
    String startedAt,
    boolean ready,
    long launcher,
    @Nullable String launcherBegan) {

  // The system tells the moment relative to a clock that may be set right meanwhile.
  private static final Duration SAME_MOMENT = Duration.ofSeconds(10);

  /**
   * A service process.
   *
   * @param name module name
   * @param instance its instance, such as {@code benefits-service-1}
   * @param pid process id, 0 while there is none
   * @param url base URL
   * @param management base URL of health and metrics
   * @param log absolute path of its log file
   */
  public record ServiceState(
      String name, String instance, long pid, String url, String management, String log) {}

  /**
   * A staff account.
   *
   * @param username for signing in
   * @param password its password
   * @param roles as tokens name them
   * @param scope union subtrees or station it may act on
   */
  public record AccountState(
      String username, String password, List<String> roles, List<String> scope) {

    static AccountState of(Account account) {
      return new AccountState(
          account.username(), account.password(), account.roles(), account.scope());
    }
  }

  /** The accounts as outsiders are told of them. */
  public static List<AccountState> accounts(List<Account> accounts) {
    return accounts.stream().map(AccountState::of).toList();
  }

  /** The stack that runs in the working tree now, empty where its launcher is gone. */
  public static Optional<LocalState> running(Workspace workspace) {
    return Json.read(workspace.localJson(), LocalState.class).filter(LocalState::launcherLives);
  }

  /** When this process began, as {@code launcherBegan}; null where the system does not tell. */
  public static @Nullable String processBegan() {
    return ProcessHandle.current().info().startInstant().map(Instant::toString).orElse(null);
  }

  private boolean launcherLives() {
    return ProcessHandle.of(launcher)
        .filter(ProcessHandle::isAlive)
        .filter(this::isLauncher)
        .isPresent();
  }

  private boolean isLauncher(ProcessHandle process) {
    Optional<Instant> began = process.info().startInstant();
    return launcherBegan == null
        || began.isEmpty()
        || Duration.between(Instant.parse(launcherBegan), began.get()).abs().compareTo(SAME_MOMENT)
            < 0;
  }

  /** Writes the file, readable for its owner only and whole at any moment. */
  public void write(Workspace workspace) {
    PrivateFile.replace(workspace.localJson(), Json.write(this));
  }
}
