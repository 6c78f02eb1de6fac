package org.nuanxin.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Figures in words: a text that is Markdown as well. */
final class Report {

  private Report() {}

  static String of(Figures figures) {
    StringBuilder text = new StringBuilder();
    text.append("### ").append(figures.load().name()).append("\n\n");
    row(text, "figure", "value");
    row(text, "---", "---");
    row(text, "accepted", "%d, %.0f/s".formatted(figures.accepted(), figures.acceptedPerSecond()));
    row(text, "complete", "%d, %.0f/s".formatted(figures.complete(), figures.completePerSecond()));
    row(
        text,
        "**complete sign-ups per core-second**",
        "**%.0f** (%.1f core-seconds, %.2f cores busy)"
            .formatted(
                figures.completePerCoreSecond(),
                figures.cpu().total(),
                figures.cpu().total() / figures.allSeconds()));
    row(text, "answer 201, p50 / p99 / max", latency(figures.answers()));
    row(text, "third grant's event, p50 / p99 / max", latency(figures.grants()));
    row(
        text,
        "all grants and messages seen by the worker, p50 / p99 / max",
        latency(figures.seen()) + ", sample of " + figures.seen().getTotalCount());
    row(
        text,
        "peak backlog",
        "%d documents with unsent events, %d records before consumers%s"
            .formatted(
                figures.peakOutbox(),
                figures.peakLag(),
                figures.backlogUnanswered() == 0
                    ? ""
                    : ", not answered " + figures.backlogUnanswered() + " times"));
    row(
        text,
        "exactly once",
        "%d twice, %d missing (insurer %d for %d members, clinic %d for %d, messages %d),"
                .formatted(
                    figures.twice(),
                    figures.missing(),
                    figures.booked().policies(),
                    figures.booked().insured(),
                    figures.booked().entitlements(),
                    figures.booked().entitled(),
                    figures.booked().messages())
            + " %d of the sample wrong, %d dead letters"
                .formatted(figures.seenWrong(), figures.deadLetters()));
    if (!figures.refused().isEmpty()) {
      row(text, "not accepted, by status (0 = no answer)", figures.refused().toString());
    }
    text.append("\nCPU by process: ").append(cpu(figures)).append("\n\n");
    return text.toString();
  }

  /** What holds for all figures of a run. */
  static String head(String commandLine, int cores, String javaVersion) {
    return """
    ## Sign-ups over the gateway

    `%s` on %d cores, load generator included, Java %s.

    Method: every worker is signed in by one-time code before anything is measured. A sign-up is
    complete when its three grants' events were seen on Kafka and its four messages are stored
    (counted together). CPU is user and system time in /proc of the launcher (Kafka, sandbox) and
    all its processes (services, mongod), from the first sending to the last message; the load
    generator is not among them. At most two workers a second look at their own pages until
    everything is there: that is "seen by the worker". "Twice" and "missing" compare with the
    providers' own books.

    """
        .formatted(commandLine, cores, javaVersion);
  }

  private static String latency(Histogram micros) {
    return micros.getTotalCount() == 0
        ? "-"
        : String.format(
            Locale.ROOT,
            "%.0f / %.0f / %.0f ms",
            micros.getValueAtPercentile(50) / 1_000.0,
            micros.getValueAtPercentile(99) / 1_000.0,
            micros.getMaxValue() / 1_000.0);
  }

  private static String cpu(Figures figures) {
    List<String> parts =
        figures.cpu().seconds().entrySet().stream()
            .filter(process -> process.getValue() >= 0.05)
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .map(process ->
                String.format(
                    Locale.ROOT,
                    "%s %.1f s (%.0f %%)",
                    process.getKey(),
                    process.getValue(),
                    100 * process.getValue() / figures.cpu().total()))
            .toList();
    return String.join(", ", parts);
  }

  private static void row(StringBuilder text, String name, String value) {
    text.append("| ").append(name).append(" | ").append(value).append(" |\n");
  }
}
