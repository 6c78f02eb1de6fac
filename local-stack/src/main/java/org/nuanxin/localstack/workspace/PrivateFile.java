package org.nuanxin.localstack.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.nuanxin.localstack.CannotStart;

/** Files that only their owner reads, and that a reader always sees whole. */
public final class PrivateFile {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private PrivateFile() {}

  /** Replaces the file's content at once; the file is never readable for others, not even new. */
  public static void replace(Path file, String content) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path next =
          Files.createTempFile(
              folder,
              file.getFileName().toString(),
              ".next",
              PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      try {
        Files.writeString(next, content);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(next);
      }
    } catch (IOException e) {
      throw new CannotStart(CannotStart.Reason.DISK, "Cannot write " + file + ".", e);
    }
  }
}
