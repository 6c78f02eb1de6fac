package org.nuanxin.localstack.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.launch.Control;
import org.nuanxin.localstack.launch.Status;
import org.nuanxin.localstack.supervise.Service;
import org.nuanxin.localstack.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./run scale benefits-service=3}: more or fewer instances of a service. */
@Command(name = "scale", description = "Brings services to that many instances.")
final class ScaleCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "service=instances",
      description = "Such as benefits-service=3.")
  private Map<String, Integer> wishes = Map.of();

  @Override
  public Integer call() {
    Control control =
        Control.of(Workspace.current())
            .orElseThrow(() ->
                new CannotStart(
                    CannotStart.Reason.RUNNING_STATE,
                    "No stack runs in this folder; start one with ./run."));
    for (Map.Entry<String, Integer> wish : wishes.entrySet()) {
      Service service =
          Service.named(wish.getKey())
              .orElseThrow(() ->
                  new CannotStart(
                      CannotStart.Reason.SERVICE,
                      "There is no service named " + wish.getKey() + "."));
      Status status = control.scale(service, wish.getValue());
      System.out.print(status.table());
    }
    return 0;
  }
}
