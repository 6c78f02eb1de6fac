package org.nuanxin.localstack.launch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.nuanxin.localstack.workspace.Json;
import org.nuanxin.localstack.workspace.LocalState;
import org.nuanxin.localstack.workspace.Workspace;

/**
 * Processes of an earlier stack whose launcher was killed: they are about to end by themselves, and
 * a new stack waits for that instead of meeting them at their ports.
 */
final class Leftovers {

  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private Leftovers() {}

  static void awaitEnd(Workspace workspace, Screen screen) {
    List<ProcessHandle> alive =
        Json.read(workspace.localJson(), LocalState.class).stream()
            .flatMap(state -> state.services().stream())
            .flatMap(service -> ProcessHandle.of(service.pid()).stream())
            .filter(process -> isOurs(process, workspace))
            .toList();
    if (alive.isEmpty()) {
      return;
    }
    screen.say("Waiting for " + alive.size() + " processes of a stack that was killed");
    CompletableFuture<?> all =
        CompletableFuture.allOf(
            alive.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
    try {
      all.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      alive.forEach(ProcessHandle::destroyForcibly);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Waiting for a process cannot fail", e);
    }
  }

  /** A process id may have been given to somebody else since. */
  private static boolean isOurs(ProcessHandle process, Workspace workspace) {
    Optional<String> commandLine = process.info().commandLine();
    return commandLine.filter(line -> line.contains(workspace.cache().toString())).isPresent();
  }
}
