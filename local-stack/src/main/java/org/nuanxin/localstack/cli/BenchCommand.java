package org.nuanxin.localstack.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.process.Attached;
import org.nuanxin.localstack.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code ./run bench}: load over the gateway, by a process of its own so that the load generator's
 * processor time is not counted as the system's.
 */
@Command(
    name = "bench",
    description = "Puts load on the running stack and measures; --help shows its options.")
final class BenchCommand implements Callable<Integer> {

  private static final String MAIN = "org.nuanxin.bench.Bench";

  @Parameters(arity = "0..*", description = "Handed on to the load generator.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Workspace workspace = Workspace.current();
    Path target = workspace.root().resolve("bench/target");
    List<String> classPath = new ArrayList<>(jars(target, "bench-*.jar"));
    classPath.addAll(jars(target.resolve("lib"), "*.jar"));
    if (classPath.isEmpty()) {
      throw new CannotStart(
          CannotStart.Reason.MISSING, "The module bench is not built; run `mvn package`.");
    }
    // The launcher's own libraries last: bench is built on local-stack.
    classPath.add(System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dnuanxin.root=" + workspace.root());
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), MAIN));
    command.addAll(arguments);
    return Attached.run(command);
  }

  private static List<String> jars(Path folder, String pattern) throws IOException {
    List<String> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, pattern)) {
        jars.forEach(jar -> found.add(jar.toString()));
      }
    }
    return found;
  }
}
