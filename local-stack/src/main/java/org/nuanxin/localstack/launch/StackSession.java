package org.nuanxin.localstack.launch;

import java.util.Optional;
import org.nuanxin.localstack.workspace.LocalState;
import org.nuanxin.localstack.workspace.Workspace;

/**
 * The use of a stack for a while: the one that runs already, which stays, or one of its own, which
 * is stopped at the end.
 */
public final class StackSession implements AutoCloseable {

  private final LocalState state;
  private final Optional<Launcher> own;

  private StackSession(LocalState state, Optional<Launcher> own) {
    this.state = state;
    this.own = own;
  }

  /** Joins the stack that runs in the working tree, or starts one. */
  public static StackSession open(Workspace workspace, LaunchOptions options, Screen screen) {
    Optional<LocalState> running = LocalState.running(workspace).filter(LocalState::ready);
    if (running.isPresent()) {
      return new StackSession(running.get(), Optional.empty());
    }
    Launcher launcher = new Launcher(workspace, options, screen);
    Runtime.getRuntime().addShutdownHook(new Thread(launcher::close, "stop-stack"));
    KafkaFailure.endsThisProcess(screen);
    return new StackSession(launcher.start().state(), Optional.of(launcher));
  }

  /** Where everything was when the session began. */
  public LocalState state() {
    return state;
  }

  /** Whether the stack was started for this session. */
  public boolean isOwn() {
    return own.isPresent();
  }

  /** Stops the stack if it is this session's own. */
  @Override
  public void close() {
    own.ifPresent(Launcher::close);
  }
}
