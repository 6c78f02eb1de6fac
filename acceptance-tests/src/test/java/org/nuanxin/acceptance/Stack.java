package org.nuanxin.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.nuanxin.localstack.workspace.LocalState;
import org.nuanxin.localstack.workspace.Workspace;

/**
 * The whole system, started once for all journeys by the command that {@code ./run} is: its own
 * Kafka, MongoDB, sandbox and every service as a process of its own. It lives in a tree of links
 * under {@code target}, so a stack that runs in the working tree is not disturbed.
 */
final class Stack {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** A working tree whose stack runs already, to save the start; none in the build. */
  private static final String RUNNING = System.getProperty("nuanxin.stack", "");

  private static final Path TREE =
      Path.of(RUNNING.isEmpty() ? "target/stack" : RUNNING).toAbsolutePath().normalize();
  private static final Duration START = Duration.ofMinutes(5);
  private static final Optional<Process> LAUNCHER =
      RUNNING.isEmpty() ? Optional.of(start()) : Optional.empty();
  private static final Workspace WORKSPACE = Workspace.at(TREE);

  private Stack() {}

  /** Where everything is at this moment; starts the system at the first call. */
  static LocalState state() {
    Awaitility.await()
        .atMost(START)
        // Asked before every call, and nearly always ready.
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> {
          if (LAUNCHER.isPresent() && !LAUNCHER.get().isAlive()) {
            throw new IllegalStateException(
                "The stack did not start:\n" + Files.readString(TREE.resolve("screen.log")));
          }
          return LocalState.running(WORKSPACE).map(LocalState::ready).orElse(false);
        });
    return LocalState.running(WORKSPACE).orElseThrow();
  }

  /** The file by which tools find this stack. */
  static Path file() {
    return WORKSPACE.localJson();
  }

  /** The process of a service's first instance, at this moment. */
  static ProcessHandle process(String service) {
    long pid =
        state().services().stream()
            .filter(each -> each.name().equals(service))
            .findFirst()
            .orElseThrow()
            .pid();
    return ProcessHandle.of(pid).orElseThrow();
  }

  private static Process start() {
    try {
      Files.createDirectories(TREE);
      try (Stream<Path> modules = Files.list(ROOT)) {
        for (Path module : modules.filter(m -> Files.exists(m.resolve("pom.xml"))).toList()) {
          Path link = TREE.resolve(module.getFileName());
          if (!Files.exists(link)) {
            Files.createSymbolicLink(link, module);
          }
        }
      }
      Process launcher =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-XX:+UseSerialGC",
                      "-XX:TieredStopAtLevel=1",
                      "-Xmx384m",
                      "--enable-native-access=ALL-UNNAMED",
                      "-Dnuanxin.root=" + TREE,
                      "-cp",
                      System.getProperty("java.class.path"),
                      "org.nuanxin.localstack.cli.Run",
                      "--fresh",
                      // They pay over many starts; this stack has one.
                      "--no-caches",
                      "--port",
                      String.valueOf(freePort())))
              .directory(TREE.toFile())
              .redirectErrorStream(true)
              .redirectOutput(TREE.resolve("screen.log").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(launcher), "stop-stack"));
      return launcher;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(Process launcher) {
    launcher.destroy();
    try {
      if (!launcher.waitFor(30, TimeUnit.SECONDS)) {
        launcher.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
