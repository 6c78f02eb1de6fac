package org.nuanxin.localstack.cli;

import java.nio.file.Path;
import org.nuanxin.localstack.workspace.Workspace;

/** The launcher's own log, with what Kafka has to say. */
final class LogFile {

  private LogFile() {}

  static Path of(Workspace workspace) {
    return workspace.folder().resolve("launcher.log");
  }

  /** Sends every log line there; must be called before the first logger is made. */
  static void use(Workspace workspace) {
    System.setProperty("logback.configurationFile", "org/nuanxin/localstack/launcher-logback.xml");
    System.setProperty("nuanxin.launcher.log", of(workspace).toString());
  }
}
