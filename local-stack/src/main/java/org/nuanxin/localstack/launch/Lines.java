package org.nuanxin.localstack.launch;

import com.mongodb.ConnectionString;
import java.time.Duration;
import java.util.Locale;
import org.nuanxin.localstack.workspace.LocalState;

/** The words of the screen. */
final class Lines {

  private Lines() {}

  static String ready(String name, Duration after, String where) {
    return String.format(
        Locale.ROOT, "  %-24s ready after %4.1f s   %s", name, after.toMillis() / 1000.0, where);
  }

  static String died(String name, int exitCode, Duration pause) {
    return name
        + " died (exit code "
        + exitCode
        + "); starting it again in "
        + pause.toSeconds()
        + " s";
  }

  /** Where the database is, without the password that a given URI may carry. */
  static String hosts(String mongoUri) {
    return String.join(", ", new ConnectionString(mongoUri).getHosts());
  }

  /** What to do next, once everything is ready. */
  static String welcome(LocalState state, Duration took) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT, "%nNuanxin is ready after %.1f s.%n%n", took.toMillis() / 1000.0));
    text.append("  Gateway    ").append(state.gateway()).append('\n');
    text.append("  OpenAPI    ").append(state.gateway()).append("/openapi\n");
    text.append("  Sandbox    ").append(state.sandbox()).append('\n');
    text.append("  Kafka      ").append(state.kafka()).append('\n');
    text.append("  MongoDB    ").append(hosts(state.mongo())).append("\n\n");
    text.append("  Accounts (made for this folder; also in .nuanxin/local.json):\n");
    for (LocalState.AccountState account : state.accounts()) {
      text.append(
          String.format(
              "    %-12s %-26s %s%n",
              account.username(), account.password(), String.join(", ", account.roles())));
    }
    text.append("\n  Try:\n    curl -s '")
        .append(state.gateway())
        .append("/api/v1/stations?near=109.5,18.25&limit=3'\n")
        .append("    ./run demo 500        (in another terminal)\n\n")
        .append("  Ctrl-C stops everything; the data stays.\n");
    return text.toString();
  }
}
