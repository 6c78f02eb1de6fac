package org.nuanxin.localstack.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nuanxin.localstack.supervise.Supervisor;

/**
 * What a stack does now.
 *
 * @param gateway base URL
 * @param startedAt RFC 3339
 * @param ready whether the start is over
 * @param rows a line for each process
 */
public record Status(String gateway, String startedAt, boolean ready, List<Row> rows) {

  /**
   * A process.
   *
   * @param name on the screen
   * @param state in a word
   * @param pid process id, 0 where there is none
   * @param restarts how often it was started again
   * @param memoryMebibytes resident memory, 0 where the system does not tell
   * @param where it is reached
   */
  public record Row(
      String name, String state, long pid, int restarts, long memoryMebibytes, String where) {}

  static Status of(RunningStack stack) {
    var state = stack.state();
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row(
            "launcher, Kafka, sandbox",
            "READY",
            state.launcher(),
            0,
            ResidentMemory.mebibytes(state.launcher()),
            state.kafka()));
    stack
        .mongoProcess()
        .ifPresent(mongo ->
            rows.add(
                new Row(
                    "MongoDB",
                    mongo.state(),
                    mongo.pid(),
                    mongo.restarts(),
                    ResidentMemory.mebibytes(mongo.pid()),
                    Lines.hosts(state.mongo()))));
    for (Supervisor.Instance instance : stack.instances()) {
      rows.add(
          new Row(
              instance.name(),
              instance.state(),
              instance.pid(),
              instance.restarts(),
              ResidentMemory.mebibytes(instance.pid()),
              instance.address().url()));
    }
    return new Status(state.gateway(), state.startedAt(), state.ready(), rows);
  }

  /** As a table for a person. */
  public String table() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-26s %-9s %8s %9s %8s  %s%n",
            "process",
            "state",
            "pid",
            "restarts",
            "MiB",
            "where"));
    for (Row row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-26s %-9s %8d %9d %8d  %s%n",
              row.name(),
              row.state().toLowerCase(Locale.ROOT),
              row.pid(),
              row.restarts(),
              row.memoryMebibytes(),
              row.where()));
    }
    long total = rows.stream().mapToLong(Row::memoryMebibytes).sum();
    text.append(
        String.format(
            Locale.ROOT,
            "%-26s %-9s %8s %9s %8d  %s%n",
            "all",
            ready ? "ready" : "starting",
            "",
            "",
            total,
            gateway));
    return text.toString();
  }
}
