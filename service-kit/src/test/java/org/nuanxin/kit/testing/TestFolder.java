package org.nuanxin.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.nuanxin.localstack.workspace.Folders;

/** Temporary folders for fixtures that live as long as the JVM; deleted with all in them then. */
public final class TestFolder {

  private static final Queue<Path> FOLDERS = new ConcurrentLinkedQueue<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(TestFolder::deleteAll));
  }

  private TestFolder() {}

  /** A new, empty folder, whose name begins so. */
  public static Path fresh(String name) {
    try {
      Path folder = Files.createTempDirectory(name + '-');
      FOLDERS.add(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteAll() {
    for (Path folder : FOLDERS) {
      try {
        Folders.delete(folder);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot delete " + folder, e);
      }
    }
  }
}
