package org.nuanxin.localstack.launch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nuanxin.localstack.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started so far, to be stopped in order at any moment, also while the rest is still
 * starting: what is added after the stop began is stopped at once.
 */
final class Parts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

  /** In the order of stopping. */
  enum Stage {
    CONTROL,
    PREPARATION,
    SERVICES,
    SANDBOX,
    KAFKA,
    MONGO,
    FILES
  }

  private final Map<Stage, List<AutoCloseable>> parts = new EnumMap<>(Stage.class);
  private boolean closed;

  /** Adds a part that runs now. */
  <T extends AutoCloseable> T add(Stage stage, T part) {
    synchronized (this) {
      if (!closed) {
        parts.computeIfAbsent(stage, empty -> new ArrayList<>()).add(part);
        return part;
      }
    }
    stop(part);
    throw new CannotStart(CannotStart.Reason.FAILED, "The stack is stopping.");
  }

  synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    List<AutoCloseable> inOrder = new ArrayList<>();
    synchronized (this) {
      closed = true;
      parts.values().forEach(stage -> inOrder.addAll(stage.reversed()));
      parts.clear();
    }
    inOrder.forEach(Parts::stop);
  }

  private static void stop(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      // The other parts must be stopped all the same.
      LOG.error("{} did not stop in good order", part.getClass().getSimpleName(), e);
    }
  }
}
