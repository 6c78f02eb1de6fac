package org.nuanxin.localstack.cli;

import java.nio.file.Path;
import org.nuanxin.localstack.launch.LaunchOptions;
import org.nuanxin.localstack.supervise.Jit;
import org.nuanxin.localstack.workspace.Workspace;
import picocli.CommandLine.Option;

/** The options of every command that may start a stack. */
public final class StackOptions {

  @Option(
      names = "--port",
      defaultValue = "" + LaunchOptions.USUAL_PORT,
      description = "Port of the gateway (default ${DEFAULT-VALUE}).")
  private int port = LaunchOptions.USUAL_PORT;

  @Option(
      names = "--data",
      defaultValue = ".nuanxin/data",
      description =
          "Folder for the data, within the working tree or absolute (default ${DEFAULT-VALUE}).")
  private Path data = Path.of(".nuanxin/data");

  @Option(
      names = "--fresh",
      description =
          "Delete the data of earlier starts first; on a MongoDB server given by NUANXIN_MONGO_URI,"
              + " the databases named as ours are.")
  private boolean fresh;

  @Option(
      names = "--jit",
      defaultValue = "C1",
      description =
          "Compilers of the services: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private Jit jit = Jit.C1;

  @Option(
      names = "--throughput",
      description = "For load: both compilers, more memory, warm before ready.")
  private boolean throughput;

  @Option(
      names = "--no-caches",
      description =
          "Make no start-up caches: ready sooner this time, later every time until they are made.")
  private boolean noCaches;

  /** The working tree with the data where the options say. */
  public Workspace workspace() {
    return Workspace.at(Workspace.current().root(), data);
  }

  /** What the options say about the stack. */
  public LaunchOptions launch() {
    return new LaunchOptions(
        port, throughput ? Jit.FULL : jit, fresh, !noCaches, LaunchOptions.mongoFromEnvironment());
  }
}
