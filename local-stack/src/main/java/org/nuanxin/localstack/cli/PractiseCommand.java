package org.nuanxin.localstack.cli;

import java.util.concurrent.Callable;
import org.nuanxin.localstack.launch.Rehearsal;
import org.nuanxin.localstack.launch.Screen;
import picocli.CommandLine.Command;

/** The run from which the launcher's own start-up cache is made; started by the launcher only. */
@Command(name = "practise", hidden = true)
final class PractiseCommand implements Callable<Integer> {

  @Override
  public Integer call() throws InterruptedException {
    Rehearsal.run(Screen.standardOutput());
    return 0;
  }
}
