package org.nuanxin.localstack.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.launch.Control;
import org.nuanxin.localstack.workspace.Workspace;
import picocli.CommandLine.Command;

/** {@code ./run status}: what runs, how well, and with how much memory. */
@Command(name = "status", description = "Shows what runs and how it is.")
final class StatusCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    Optional<Control> control = Control.of(Workspace.current());
    if (control.isEmpty()) {
      System.out.println("No stack runs in this folder.");
      return CannotStart.Reason.RUNNING_STATE.exitCode();
    }
    System.out.print(control.get().status().table());
    return 0;
  }
}
