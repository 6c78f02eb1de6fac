package org.nuanxin.localstack.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.nuanxin.localstack.launch.Control;
import org.nuanxin.localstack.workspace.Workspace;
import picocli.CommandLine.Command;

/** {@code ./run stop}: stops the running stack from another terminal. */
@Command(name = "stop", description = "Stops the stack; the data stays.")
final class StopCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    Optional<Control> control = Control.of(Workspace.current());
    if (control.isEmpty()) {
      System.out.println("No stack runs in this folder.");
      return 0;
    }
    control.get().stop();
    System.out.println("Stopped.");
    return 0;
  }
}
