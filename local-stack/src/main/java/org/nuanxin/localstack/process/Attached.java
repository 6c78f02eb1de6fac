package org.nuanxin.localstack.process;

import java.io.IOException;
import java.util.List;

/**
 * A program of ours in the foreground, which shares our output and never outlives us: it is ended
 * when we are told to end, and after {@code kill -9} its {@link Lifeline} tells it.
 */
public final class Attached {

  private Attached() {}

  /** Runs the command to its end and gives its exit code. */
  public static int run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.redirectInput(ProcessBuilder.Redirect.PIPE);
    builder.environment().put(Lifeline.VARIABLE, "true");
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-attached"));
    return process.waitFor();
  }
}
