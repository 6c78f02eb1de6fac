package org.nuanxin.localstack.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.nuanxin.localstack.process.Detached;

/**
 * One run of a program of ours. Its standard input is a pipe that only this JVM holds: when it
 * ends, the program knows that the launcher is gone and ends too.
 */
public final class ServiceProcess {

  private static final long LOG_BYTES_KEPT = 20L << 20;

  private final Process process;

  private ServiceProcess(Process process) {
    this.process = process;
  }

  /** Starts the command with these variables added, its output appended to the log. */
  static ServiceProcess start(List<String> command, Map<String, String> variables, Path log)
      throws IOException {
    rotate(log);
    ProcessBuilder builder =
        new ProcessBuilder(Detached.command(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // What the launcher was started with must not steer a service by accident.
    builder.environment().keySet().removeIf(ServiceProcess::isOurs);
    builder.environment().putAll(variables);
    return new ServiceProcess(builder.start());
  }

  private static boolean isOurs(String variable) {
    return variable.startsWith("NUANXIN_")
        || variable.startsWith("SPRING_")
        || variable.startsWith("SERVER_")
        || variable.startsWith("MANAGEMENT_")
        || variable.equals("JAVA_TOOL_OPTIONS")
        || variable.equals("JDK_JAVA_OPTIONS");
  }

  private static void rotate(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_BYTES_KEPT) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for the end and gives the exit code, 128 + signal where a signal ended it. */
  int awaitExit() throws InterruptedException {
    return process.waitFor();
  }

  /** Waits so long for the end; tells whether it came. */
  boolean endsWithin(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Asks it to end, waits, and ends it by force when the patience is over. */
  void stop(Duration patience) {
    process.destroy();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
        process.waitFor();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it and all it has started, at once. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
