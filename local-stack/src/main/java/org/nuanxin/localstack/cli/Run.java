package org.nuanxin.localstack.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.launch.KafkaFailure;
import org.nuanxin.localstack.launch.LaunchOptions;
import org.nuanxin.localstack.launch.Launcher;
import org.nuanxin.localstack.launch.Screen;
import org.nuanxin.localstack.workspace.Workspace;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./run}: starts the whole system on this machine and stays until it is told to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    version = "Nuanxin 1.0.0-SNAPSHOT",
    description = {
      "Starts the whole system on this machine: Kafka, MongoDB, the providers' sandbox and every",
      "service as a process of its own. Ctrl-C stops it; the data stays."
    },
    subcommands = {
      DemoCommand.class,
      StatusCommand.class,
      ScaleCommand.class,
      StopCommand.class,
      BenchCommand.class,
      PractiseCommand.class
    })
public final class Run implements Callable<Integer> {

  @Mixin private StackOptions options = new StackOptions();

  /** Runs the command that the arguments name and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    LogFile.use(Workspace.current(), arguments);
    CommandLine commandLine = new CommandLine(new Run());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    // The load generator has options of its own, which are handed on.
    Objects.requireNonNull(commandLine.getSubcommands().get("bench"))
        .setUnmatchedOptionsArePositionalParams(true);
    commandLine.setExecutionExceptionHandler((e, command, result) -> failed(e));
    System.exit(commandLine.execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    Screen screen = Screen.standardOutput();
    Workspace workspace = options.workspace();
    LaunchOptions launch = options.launch();
    Launcher launcher = new Launcher(workspace, launch, screen);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!launcher.isStopped()) {
                    screen.say("Stopping");
                    launcher.close();
                    screen.say("Stopped");
                  }
                },
                "stop-stack"));
    KafkaFailure.endsThisProcess(screen);
    try {
      launcher.start();
    } catch (CannotStart e) {
      if (launcher.wasToldToStop()) {
        // Ctrl-C during the start: what then fails is no news.
        return 0;
      }
      throw e;
    }
    new CountDownLatch(1).await();
    return 0;
  }

  private static int failed(Exception e) {
    LoggerFactory.getLogger(Run.class).error("The command failed", e);
    if (e instanceof CannotStart failure) {
      System.err.println(failure.sentence());
      return failure.reason().exitCode();
    }
    System.err.println(
        "Something went wrong that should not (" + e + "); see " + LogFile.of(Workspace.current()));
    return CannotStart.Reason.FAILED.exitCode();
  }
}
