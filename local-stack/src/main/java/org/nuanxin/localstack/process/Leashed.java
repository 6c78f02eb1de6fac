package org.nuanxin.localstack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A foreign program that never outlives this JVM, not even after {@code kill -9}: a shell waits
 * beside it for the end of a pipe whose other end only this JVM holds, and then ends it with
 * SIGTERM.
 */
public final class Leashed implements AutoCloseable {

  // The reader is the shell's own `read`, so that killing it leaves nobody on the pipe.
  private static final String LEASH =
      """
      exec 3<&0
      "$@" </dev/null 3<&- &
      child=$!
      { read -r _ <&3; kill -TERM $child 2>/dev/null; } &
      leash=$!
      wait $child
      code=$?
      kill -KILL $leash 2>/dev/null
      exit $code
      """;

  private final Process shell;

  private Leashed(Process shell) {
    this.shell = shell;
  }

  /** Starts the command, its output appended to a file. */
  public static Leashed start(List<String> command, Path output) throws IOException {
    List<String> leashed = new ArrayList<>(List.of("/bin/sh", "-c", LEASH, "leash"));
    leashed.addAll(command);
    return new Leashed(
        new ProcessBuilder(Detached.command(leashed))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start());
  }

  /** The shell that holds the leash; it ends with the program's exit code when the program ends. */
  public Process process() {
    return shell;
  }

  /** Whether the program still runs. */
  public boolean isAlive() {
    return shell.isAlive();
  }

  /** The program itself, or the shell while it has not started it yet. */
  public ProcessHandle program() {
    return shell
        .children()
        .filter(child -> !child.info().command().orElse("").endsWith("sh"))
        .findFirst()
        .orElse(shell.toHandle());
  }

  /** Ends the program in good order, and by force when it has not ended in time. */
  public void close(Duration patience) {
    try {
      shell.getOutputStream().close();
      if (!shell.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      shell.descendants().forEach(ProcessHandle::destroyForcibly);
      shell.destroyForcibly();
    } catch (InterruptedException e) {
      shell.descendants().forEach(ProcessHandle::destroyForcibly);
      shell.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    close(Duration.ofSeconds(10));
  }
}
