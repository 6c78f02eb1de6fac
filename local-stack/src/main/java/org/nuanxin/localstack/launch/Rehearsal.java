package org.nuanxin.localstack.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.backends.MongoServer;
import org.nuanxin.localstack.supervise.Jit;
import org.nuanxin.localstack.supervise.Readiness;
import org.nuanxin.localstack.workspace.Account;
import org.nuanxin.localstack.workspace.Folders;
import org.nuanxin.localstack.workspace.LocalState;
import org.nuanxin.localstack.workspace.Secrets;
import org.nuanxin.localstack.workspace.Workspace;

/**
 * What a launcher does at its start, but without services and in a folder that is thrown away: the
 * run from which its start-up cache is made.
 */
public final class Rehearsal {

  private Rehearsal() {}

  /** Starts and stops the backends once. */
  public static void run(Screen screen) throws InterruptedException {
    LaunchOptions options = new LaunchOptions(0, Jit.C1, false, false, Optional.empty());
    try {
      Path folder = Files.createTempDirectory("nuanxin-practice-");
      Workspace workspace = Workspace.at(folder);
      try (Parts parts = new Parts()) {
        workspace.create();
        Secrets.in(workspace.data());
        Backends backends = Backends.start(workspace, options, parts, screen);
        backends.awaitBroker();
        String sandbox = backends.sandbox().url();
        Readiness.await(sandbox + "/ledger", Duration.ofSeconds(5), () -> true);
        new LocalState(
                sandbox,
                sandbox,
                backends.kafka(),
                backends.mongo().uri(),
                List.of(),
                LocalState.accounts(Account.in(workspace.data())),
                "",
                true,
                ProcessHandle.current().pid(),
                LocalState.processBegan())
            .write(workspace);
        LocalState.running(workspace);
      } finally {
        MongoServer.forget(Backends.mongoData(workspace));
        Folders.delete(folder);
      }
    } catch (IOException e) {
      throw new CannotStart(CannotStart.Reason.DISK, "No temporary folder can be used.", e);
    }
  }
}
