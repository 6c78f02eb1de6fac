package org.nuanxin.localstack.demo;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nuanxin.localstack.cli.StackOptions;
import org.nuanxin.localstack.launch.Screen;
import org.nuanxin.localstack.launch.StackSession;
import org.nuanxin.localstack.sample.Worker;
import org.nuanxin.localstack.workspace.LocalState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

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
public final class DemoCommand implements Callable<Integer> {

  private static final Duration LAST_LOOK = Duration.ofSeconds(60);

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
      defaultValue = "12",
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
  public DemoCommand() {}

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
    try (StackSession stack = StackSession.open(options.workspace(), options.launch(), screen)) {
      return demo(stack.state(), out).perfect() ? 0 : 1;
    }
  }

  private Verdict demo(LocalState state, PrintWriter out) throws InterruptedException {
    ApiClient gateway = new ApiClient(state.gateway());
    ProviderBooks books = new ProviderBooks(state.sandbox());
    Insistence start = Insistence.lasting(LAST_LOOK);
    String consent =
        start
            .on(() -> gateway.get("/api/v1/consents/current", null))
            .body()
            .path("version")
            .asString();
    List<Journey> journeys = new ArrayList<>();
    for (Worker worker : new FreshWorkers(books).take(workers, start)) {
      journeys.add(new Journey(worker, gateway, books, consent, Clock.systemUTC()));
    }
    out.println(workers + " synthetic workers sign up at " + state.gateway());
    SignUps signUps = new SignUps(atOnce, 8, rate, Duration.ofSeconds(patience));
    long begin = System.nanoTime();
    try (Progress progress = new Progress(journeys, out)) {
      signUps.run(journeys);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    out.printf(Locale.ROOT, "Ended %.1f s after the first call. From sending to%n", seconds);
    out.print(Progress.table(journeys));
    journeys.stream()
        .map(Journey::failure)
        .flatMap(Optional::stream)
        .distinct()
        .limit(5)
        .forEach(failure -> out.println("Given up: " + failure));
    return compare(journeys, signUps, out);
  }

  private Verdict compare(List<Journey> journeys, SignUps signUps, PrintWriter out)
      throws InterruptedException {
    Insistence insistence = Insistence.lasting(LAST_LOOK);
    List<Outcome> outcomes = signUps.forEach(journeys, journey -> journey.outcome(insistence));
    out.printf(
        "The providers' own books for these workers: %d policies, %d entitlements, %d SMS sent"
            + " twice%n",
        outcomes.stream().mapToInt(Outcome::policies).sum(),
        outcomes.stream().mapToInt(Outcome::entitlements).sum(),
        outcomes.stream().mapToInt(Outcome::repeatedSms).sum());
    Optional<Journey> one = journeys.stream().filter(Journey::joined).findFirst();
    if (one.isPresent()) {
      out.println("One worker's timeline:");
      for (JsonNode step : one.get().timeline(insistence)) {
        out.printf(
            "  %-32s %-9s %s%n",
            step.path("at").asString(""),
            step.path("status").asString(""),
            step.path("title").asString(""));
      }
    }
    Verdict verdict = Verdict.of(workers, outcomes);
    out.println(verdict.line());
    out.flush();
    return verdict;
  }
}
