package org.nuanxin.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.demo.ApiClient;
import org.nuanxin.localstack.demo.Insistence;
import org.nuanxin.localstack.demo.ProviderBooks;
import org.nuanxin.localstack.process.Lifeline;
import org.nuanxin.localstack.workspace.LocalState;
import org.nuanxin.localstack.workspace.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./run bench}: load over the gateway against the running stack. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Sends sign-ups through the gateway of the running stack, first as many as it takes, then a"
          + " fixed number a second, and measures each to the last message.",
      "Exits with 0 only when everything came exactly once."
    })
public final class Bench implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--clients",
      defaultValue = "32",
      description = "Clients of the closed loop; 0 leaves it out. Default: ${DEFAULT-VALUE}.")
  private int clients;

  @Option(
      names = "--rate",
      defaultValue = "100",
      description = "Sign-ups a second when paced; 0 leaves it out. Default: ${DEFAULT-VALUE}.")
  private int rate;

  @Option(
      names = "--duration",
      defaultValue = "20",
      description = "Seconds of each load. Default: ${DEFAULT-VALUE}.")
  private int duration;

  @Option(
      names = "--warmup",
      defaultValue = "10",
      description = "Seconds of closed loop that are not measured. Default: ${DEFAULT-VALUE}.")
  private int warmup;

  @Option(
      names = "--most",
      defaultValue = "500",
      description =
          "Workers signed in beforehand for each second of closed loop. Default: ${DEFAULT-VALUE}.")
  private int most;

  @Option(names = "--jfr", description = "Make a flight recording of each JVM under load.")
  private boolean jfr;

  @Option(names = "--report", paramLabel = "<file>", description = "Also write Markdown there.")
  private @Nullable Path report;

  /** For picocli, which fills in the fields. */
  @SuppressWarnings("NullAway.Init")
  public Bench() {}

  /**
   * Runs the bench and ends the JVM.
   *
   * @param args the options
   */
  public static void main(String[] args) {
    Lifeline.watch();
    CommandLine commandLine = new CommandLine(new Bench());
    commandLine.setExecutionExceptionHandler((e, command, parsed) -> {
      if (e instanceof CannotStart cannot) {
        System.err.println(cannot.getMessage());
        return cannot.reason().exitCode();
      }
      throw e;
    });
    System.exit(commandLine.execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Workspace workspace = Workspace.current();
    LocalState state =
        LocalState.running(workspace)
            .filter(LocalState::ready)
            .orElseThrow(() ->
                new CannotStart(
                    CannotStart.Reason.RUNNING_STATE,
                    "No stack is running: start one with ./run first."));
    PrintWriter out = spec.commandLine().getOut();
    ProviderBooks books = new ProviderBooks(state.sandbox());
    StringBuilder text =
        new StringBuilder(
            Report.head(
                "./run bench "
                    + String.join(" ", spec.commandLine().getParseResult().originalArgs()),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString()));
    boolean exact = true;
    try (MongoClient mongo = MongoClients.create(state.mongo());
        Measurement measurement = new Measurement(workspace, state, books, mongo)) {
      for (Figures figures : measure(state, books, measurement, workspace, out)) {
        exact &= figures.exact();
        text.append(Report.of(figures));
      }
    }
    out.print(text);
    out.flush();
    if (report != null) {
      Files.writeString(report, text);
    }
    return exact ? 0 : 1;
  }

  private List<Figures> measure(
      LocalState state,
      ProviderBooks books,
      Measurement measurement,
      Workspace workspace,
      PrintWriter out)
      throws IOException, InterruptedException {
    Load warmUp = new Load.Closed(Math.max(clients, 16), Duration.ofSeconds(warmup), most);
    List<Load> loads = loads();
    int people = warmUp.most() + loads.stream().mapToInt(Load::most).sum();
    String consent =
        Insistence.lasting(Duration.ofSeconds(30))
            .on(() -> new ApiClient(state.gateway()).get("/api/v1/consents/current", null))
            .body()
            .path("version")
            .asString();
    new Supplies(state).bring(people);
    out.println("Signing in " + people + " workers ...");
    out.flush();
    Iterator<Applicant> applicants =
        new Crowd(state.gateway(), books, consent).signIn(people, out).iterator();
    out.println("Warming up ...");
    out.flush();
    measurement.measure(warmUp, limited(applicants, warmUp.most()));
    Recordings recordings = new Recordings(javaProcesses(state), workspace.folder().resolve("jfr"));
    if (jfr) {
      recordings.start();
    }
    List<Figures> all = new ArrayList<>();
    for (Load load : loads) {
      out.println("Load: " + load.name());
      out.flush();
      all.add(measurement.measure(load, limited(applicants, load.most())));
    }
    if (jfr) {
      out.println("Flight recordings: " + recordings.dump());
    }
    return all;
  }

  private List<Load> loads() {
    List<Load> loads = new ArrayList<>();
    if (clients > 0) {
      loads.add(new Load.Closed(clients, Duration.ofSeconds(duration), most));
    }
    if (rate > 0) {
      loads.add(new Load.Paced(rate, Duration.ofSeconds(duration)));
    }
    return loads;
  }

  private static Iterator<Applicant> limited(Iterator<Applicant> applicants, int most) {
    List<Applicant> some = new ArrayList<>(most);
    while (some.size() < most && applicants.hasNext()) {
      some.add(applicants.next());
    }
    return some.iterator();
  }

  private static Map<Long, String> javaProcesses(LocalState state) {
    Map<Long, String> processes = new HashMap<>();
    processes.put(state.launcher(), "launcher");
    state.services().forEach(service -> processes.put(service.pid(), service.instance()));
    return processes;
  }
}
