package org.nuanxin.localstack.launch;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.supervise.JavaRuntime;
import org.nuanxin.localstack.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The start-up cache of the launcher itself, in which Kafka starts too. {@code ./run} uses the file
 * where it finds it; the JVM ignores it when it does not fit.
 *
 * @param workspace where the cache is
 * @param classPath of the launcher, jars only
 */
record LauncherCache(Workspace workspace, List<Path> classPath) {

  /** Hidden command that does what a launcher does at its start, and ends. */
  static final String PRACTISE = "practise";

  private static final Logger LOG = LoggerFactory.getLogger(LauncherCache.class);
  private static final String MAIN = "org.nuanxin.localstack.cli.Run";
  private static final String FLAG = "-XX:AOTCache";
  private static final String C1_ONLY = "-XX:TieredStopAtLevel";
  private static final long SECONDS = 180;

  /** Of the launcher that runs now. */
  static LauncherCache of(Workspace workspace) {
    String[] entries = System.getProperty("java.class.path", "").split(File.pathSeparator);
    return new LauncherCache(workspace, List.of(entries).stream().map(Path::of).toList());
  }

  /** Whether it was made of these jars by this JDK; nothing to make where there are folders. */
  boolean isCurrent() {
    try {
      return !classPath.stream().allMatch(Files::isRegularFile)
          || (Files.exists(file())
              && Files.exists(key())
              && Files.readString(key()).equals(seen()));
    } catch (IOException e) {
      return false;
    }
  }

  /** Makes it; without it a start takes a little longer, so a failure is no reason to stop. */
  void make(Parts parts) {
    Path part = workspace.cache().resolve("launcher.aot.part");
    try {
      Files.deleteIfExists(part);
      Process practice =
          new ProcessBuilder(command(part))
              .directory(Path.of("").toAbsolutePath().toFile())
              .redirectErrorStream(true)
              .redirectOutput(workspace.logs().resolve("launcher-practice.log").toFile())
              .start();
      parts.add(Parts.Stage.PREPARATION, () -> kill(practice));
      if (practice.waitFor(SECONDS, TimeUnit.SECONDS) && Files.exists(part)) {
        Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE);
        Files.writeString(key(), seen());
      } else {
        LOG.warn("The launcher's start-up cache was not made");
      }
    } catch (IOException e) {
      LOG.warn("The launcher's start-up cache was not made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart(CannotStart.Reason.FAILED, "The start was broken off.", e);
    }
  }

  private List<String> command(Path part) {
    List<String> command = new ArrayList<>();
    command.add(JavaRuntime.current().java().toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        // Recorded with both compilers, the cache holds profiles and serves either way of running.
        .filter(argument -> !argument.startsWith(FLAG) && !argument.startsWith(C1_ONLY))
        .forEach(command::add);
    command.add("-XX:AOTCacheOutput=" + part);
    command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), MAIN, PRACTISE));
    return command;
  }

  private static void kill(Process practice) {
    practice.descendants().forEach(ProcessHandle::destroyForcibly);
    practice.destroyForcibly();
  }

  private Path file() {
    return workspace.cache().resolve("launcher.aot");
  }

  private Path key() {
    return workspace.cache().resolve("launcher.key");
  }

  private String seen() throws IOException {
    StringBuilder seen = new StringBuilder(JavaRuntime.current().version()).append('\n');
    for (Path jar : classPath) {
      seen.append(jar)
          .append(' ')
          .append(Files.size(jar))
          .append(' ')
          .append(Files.getLastModifiedTime(jar).toMillis())
          .append('\n');
    }
    return seen.toString();
  }
}
