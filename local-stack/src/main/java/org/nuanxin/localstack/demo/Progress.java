package org.nuanxin.localstack.demo;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows how far the journeys are: one line that changes on a terminal, a line a second elsewhere.
 */
final class Progress implements AutoCloseable {

  private final List<Journey> journeys;
  private final PrintWriter out;
  private final boolean terminal;
  private final long begin = System.nanoTime();
  private final ScheduledExecutorService timer;

  Progress(List<Journey> journeys, PrintWriter out) {
    this.journeys = journeys;
    this.out = out;
    Console console = System.console();
    this.terminal = console != null && console.isTerminal();
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());
    long period = terminal ? 250 : 1_000;
    timer.scheduleAtFixedRate(this::show, period, period, TimeUnit.MILLISECONDS);
  }

  private void show() {
    out.print((terminal ? "\r" : "") + line() + (terminal ? "" : "\n"));
    out.flush();
  }

  private String line() {
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%5.1f s ", (System.nanoTime() - begin) / 1e9));
    for (Stage stage : Stage.values()) {
      long reached = journeys.stream().filter(j -> j.time(stage).isPresent()).count();
      line.append(String.format(Locale.ROOT, " %s %-4d", stage.word(), reached));
    }
    long failed = journeys.stream().filter(j -> j.failure().isPresent()).count();
    return failed == 0 ? line.toString() : line + " given up " + failed;
  }

  /** Shows the line a last time and stops. */
  @Override
  public void close() {
    timer.shutdownNow();
    show();
    out.print(terminal ? "\n" : "");
  }

  /** The latency of each stage, from sending the application. */
  static String table(List<Journey> journeys) {
    StringBuilder table = new StringBuilder();
    line(table, "stage", "workers", "p50", "p99", "max");
    for (Stage stage : Stage.values()) {
      long[] millis =
          journeys.stream()
              .map(journey -> journey.time(stage))
              .flatMap(Optional::stream)
              .mapToLong(Duration::toMillis)
              .sorted()
              .toArray();
      line(
          table,
          stage.word(),
          String.valueOf(millis.length),
          percentile(millis, 0.50),
          percentile(millis, 0.99),
          percentile(millis, 1));
    }
    return table.toString();
  }

  private static void line(StringBuilder table, String... cells) {
    table.append(String.format(Locale.ROOT, "  %-10s%8s%11s%11s%11s%n", (Object[]) cells));
  }

  private static String percentile(long[] sortedMillis, double share) {
    int rank = (int) Math.ceil(share * sortedMillis.length);
    return rank == 0
        ? "-"
        : Arrays.stream(sortedMillis).skip(rank - 1).findFirst().orElse(0) + " ms";
  }
}
