package org.nuanxin.localstack.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.nuanxin.localstack.CannotStart;

/**
 * The sandbox holds its books in memory; this tells in time, and in words, when they do not fit.
 */
final class SandboxBooks {

  /** In memory they take about twice as much as on disk; the broker needs room as well. */
  private static final double SHARE_OF_MEMORY = 0.4;

  private static final long MEBIBYTE = 1024 * 1024;

  private SandboxBooks() {}

  /**
   * Goes on where the books fit.
   *
   * @param folder where they are; it may not be there yet
   * @param memory bytes that this process may have
   * @throws CannotStart where they do not
   */
  static void mustFit(Path folder, long memory) {
    long size = size(folder);
    if (size > memory * SHARE_OF_MEMORY) {
      throw new CannotStart(
          CannotStart.Reason.FAILED,
          "The sandbox's books in "
              + folder
              + " have grown to "
              + size / MEBIBYTE
              + " MB, more than it can hold; begin anew with --fresh.");
    }
  }

  private static long size(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
