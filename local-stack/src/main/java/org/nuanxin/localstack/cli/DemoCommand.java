package org.nuanxin.localstack.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.nuanxin.localstack.demo.Demo;
import org.nuanxin.localstack.launch.Screen;
import org.nuanxin.localstack.launch.StackSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./run demo 500}: signs up workers as phones do and checks that all came exactly once. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Signs up synthetic workers through the gateway as their phones do, shows how far they are,"
          + " and compares with the providers' own books.",
      "Uses the running stack, or starts one and stops it afterwards. Exits with 0 only when every"
          + " worker has everything exactly once."
    })
final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private StackOptions options = new StackOptions();

  @Parameters(
      arity = "0..1",
      defaultValue = "500",
      paramLabel = "<workers>",
      description = "How many sign up. Default: ${DEFAULT-VALUE}.")
  private int workers;

  @Option(
      names = "--rate",
      defaultValue = "0",
      paramLabel = "<per second>",
      description = "Sign-ups that begin in a second; 0 for as fast as it goes. Default: 0.")
  private double rate;

  @Option(
      names = "--at-once",
      defaultValue = "32",
      paramLabel = "<workers>",
      description = "How many sign up at the same time at most. Default: ${DEFAULT-VALUE}.")
  private int atOnce;

  @Option(
      names = "--patience",
      defaultValue = "120",
      paramLabel = "<seconds>",
      description = "After which a sign-up counts as failed. Default: ${DEFAULT-VALUE}.")
  private long patience;

  /** For picocli, which fills in the fields. */
  @SuppressWarnings("NullAway.Init")
  DemoCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    if (workers < 1 || atOnce < 1 || rate < 0 || patience < 1) {
      throw new ParameterException(
          spec.commandLine(), "Workers, --at-once and --patience begin at 1, --rate at 0.");
    }
    PrintWriter out = spec.commandLine().getOut();
    Screen screen =
        line -> {
          out.println(line);
          out.flush();
        };
    Demo demo = new Demo(workers, atOnce, rate, Duration.ofSeconds(patience));
    try (StackSession stack = StackSession.open(options.workspace(), options.launch(), screen)) {
      return demo.run(stack.state().gateway(), stack.state().sandbox(), out) ? 0 : 1;
    }
  }
}
