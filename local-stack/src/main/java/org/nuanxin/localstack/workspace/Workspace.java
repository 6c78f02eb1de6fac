package org.nuanxin.localstack.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nuanxin.localstack.CannotStart;

/**
 * Where a stack lives: the working tree with the built modules, and the folder for its data. One
 * stack runs per working tree, since {@code .nuanxin} tells others where it is.
 *
 * @param root the working tree, absolute
 * @param data what the stack keeps between starts, absolute
 */
public record Workspace(Path root, Path data) {

  private static final String MARK = "nuanxin-data";

  /** The working tree with the data in its usual place. */
  public static Workspace at(Path root) {
    return at(root, root.resolve(".nuanxin/data"));
  }

  /** The working tree with the data elsewhere. */
  public static Workspace at(Path root, Path data) {
    return new Workspace(
        root.toAbsolutePath().normalize(), root.toAbsolutePath().resolve(data).normalize());
  }

  /** The working tree of this process: as {@code ./run} or the build says, else where it runs. */
  public static Workspace current() {
    return at(Path.of(System.getProperty("nuanxin.root", "")));
  }

  /** The folder beside the sources that git ignores. */
  public Path folder() {
    return root.resolve(".nuanxin");
  }

  /** Tells outsiders where everything is, see {@link LocalState}. */
  public Path localJson() {
    return folder().resolve("local.json");
  }

  /** How other commands reach the launcher, with its secret. */
  public Path controlJson() {
    return folder().resolve("control.json");
  }

  /** Extracted jars and start-up caches; they may be deleted at any time. */
  public Path cache() {
    return folder().resolve("cache");
  }

  /** One log file for each process. */
  public Path logs() {
    return data.resolve("logs");
  }

  /** Makes the folders and marks the data as ours, so that {@code --fresh} deletes nothing else. */
  public void create() {
    try {
      Files.createDirectories(folder());
      Files.createDirectories(cache());
      if (Files.isDirectory(data) && !isMarked() && !isEmpty()) {
        throw new CannotStart(
            CannotStart.Reason.DISK, data + " holds something else; name another folder.");
      }
      Files.createDirectories(logs());
      Files.writeString(data.resolve(MARK), "The data of a local Nuanxin stack.\n");
    } catch (IOException e) {
      throw new CannotStart(CannotStart.Reason.DISK, "Cannot write to " + data + ".", e);
    }
  }

  /** Deletes the data, if it is marked as ours. */
  public void wipe() {
    if (!Files.exists(data)) {
      return;
    }
    try {
      if (!isMarked() && !isEmpty()) {
        throw new CannotStart(
            CannotStart.Reason.DISK, data + " is not a stack's data, so it is not deleted.");
      }
      Folders.delete(data);
    } catch (IOException e) {
      throw new CannotStart(CannotStart.Reason.DISK, "Cannot delete " + data + ".", e);
    }
  }

  private boolean isMarked() {
    return Files.exists(data.resolve(MARK));
  }

  private boolean isEmpty() throws IOException {
    try (var content = Files.list(data)) {
      return content.findAny().isEmpty();
    }
  }
}
