package org.nuanxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processor seconds of every process of the stack since each began, by name: the launcher with
 * Kafka and the sandbox, all it has started, mongod among them, and nothing else. Linux only.
 *
 * @param seconds user and system time by process
 */
record ProcessorTime(Map<String, Double> seconds) {

  private static final double TICKS_PER_SECOND = 100;
  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;

  /**
   * Reads the clocks.
   *
   * @param launcher process id of the launcher
   * @param names what processes are called, by id
   */
  static ProcessorTime of(long launcher, Map<Long, String> names) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    ProcessHandle root = ProcessHandle.of(launcher).orElseThrow();
    Stream.concat(Stream.of(root), root.descendants())
        .forEach(process -> {
          String name = names.getOrDefault(process.pid(), command(process));
          seconds.merge(name, seconds(process.pid()), Double::sum);
        });
    return new ProcessorTime(seconds);
  }

  private static String command(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(path -> Path.of(path).getFileName().toString())
        .orElse("other");
  }

  private static double seconds(long pid) {
    try {
      return ofStat(Files.readString(Path.of("/proc", String.valueOf(pid), "stat")));
    } catch (IOException e) {
      // It has ended since it was listed.
      return 0;
    }
  }

  /** The times in a line of {@code /proc/<pid>/stat}, whose second field may hold anything. */
  static double ofStat(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]))
        / TICKS_PER_SECOND;
  }

  /** What was used since then. */
  ProcessorTime since(ProcessorTime then) {
    return new ProcessorTime(
        seconds.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    now -> now.getValue() - then.seconds.getOrDefault(now.getKey(), 0.0),
                    Double::sum,
                    LinkedHashMap::new)));
  }

  /** All together. */
  double total() {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
