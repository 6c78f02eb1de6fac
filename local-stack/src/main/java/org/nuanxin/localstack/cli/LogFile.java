package org.nuanxin.localstack.cli;

import java.nio.file.Path;
import org.nuanxin.localstack.workspace.Workspace;

/** What a command logs, with what Kafka has to say: a file for each kind of command. */
final class LogFile {

  private static final String STACK = "launcher";

  private LogFile() {}

  /** The launcher's own. */
  static Path of(Workspace workspace) {
    return workspace.folder().resolve(STACK + ".log");
  }

  /** Sends every log line there; must be called before the first logger is made. */
  static void use(Workspace workspace, String... arguments) {
    String command = arguments.length > 0 && arguments[0].matches("[a-z]+") ? arguments[0] : STACK;
    System.setProperty("logback.configurationFile", "org/nuanxin/localstack/launcher-logback.xml");
    System.setProperty(
        "nuanxin.launcher.log", workspace.folder().resolve(command + ".log").toString());
  }
}
