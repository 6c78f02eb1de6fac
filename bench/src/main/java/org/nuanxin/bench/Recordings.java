package org.nuanxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Flight recordings of the services and the launcher while load is on them. */
final class Recordings {

  private final Map<Long, String> processes;
  private final Path folder;

  Recordings(Map<Long, String> processes, Path folder) {
    this.processes = processes;
    this.folder = folder;
  }

  void start() throws IOException, InterruptedException {
    for (long pid : processes.keySet()) {
      // Samples by processor time: what waits is not what costs.
      jcmd(
          pid,
          "JFR.start",
          "name=bench",
          "settings=default",
          "jdk.CPUTimeSample#enabled=true",
          "jdk.CPUTimeSample#throttle=20ms");
    }
  }

  /** Ends them and leaves a file for each process. */
  Path dump() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    for (Map.Entry<Long, String> process : processes.entrySet()) {
      jcmd(
          process.getKey(),
          "JFR.stop",
          "name=bench",
          "filename=" + folder.resolve(process.getValue() + ".jfr"));
    }
    return folder;
  }

  private static void jcmd(long pid, String... command) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    line.add(String.valueOf(pid));
    line.addAll(List.of(command));
    Process jcmd =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (jcmd.waitFor() != 0) {
      throw new IOException("jcmd cannot reach process " + pid);
    }
  }
}
