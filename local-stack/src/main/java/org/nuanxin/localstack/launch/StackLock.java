package org.nuanxin.localstack.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.workspace.LocalState;
import org.nuanxin.localstack.workspace.Workspace;

/** Makes sure that one stack runs in a working tree; the system frees it when the process dies. */
final class StackLock implements AutoCloseable {

  private final FileChannel channel;

  private StackLock(FileChannel channel) {
    this.channel = channel;
  }

  static StackLock take(Workspace workspace) {
    Path file = workspace.folder().resolve("lock");
    try {
      Files.createDirectories(workspace.folder());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel) == null) {
        channel.close();
        throw new CannotStart(
            CannotStart.Reason.RUNNING_STATE,
            "A stack already runs in this folder"
                + LocalState.running(workspace).map(state -> " at " + state.gateway()).orElse("")
                + "; `./run stop` ends it.");
      }
      return new StackLock(channel);
    } catch (IOException e) {
      throw new CannotStart(CannotStart.Reason.DISK, "Cannot write " + file + ".", e);
    }
  }

  private static @Nullable FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Another stack of this very JVM.
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
