package org.nuanxin.localstack.sandbox;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A provider's book on disk: lines that are only ever added. A line is with the operating system
 * before it is answered for, so it survives the death of the process, not the loss of power.
 */
final class Journal implements Closeable {

  private final FileOutputStream file;

  private Journal(FileOutputStream file) {
    this.file = file;
  }

  /**
   * Opens a journal, made where there is none, and reads it from its beginning. A last line that
   * was cut off in the middle was never answered for and is removed.
   */
  static Journal open(Path path, Consumer<String> eachLine) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    if (Files.exists(path)) {
      removeTornLine(path);
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(new FileInputStream(path.toFile()), StandardCharsets.UTF_8))) {
        lines.lines().forEach(eachLine);
      }
    }
    return new Journal(new FileOutputStream(path.toFile(), true));
  }

  private static void removeTornLine(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      long end = file.length();
      while (end > 0) {
        file.seek(end - 1);
        if (file.read() == '\n') {
          break;
        }
        end--;
      }
      file.setLength(end);
    }
  }

  /** Adds a line; the caller sees to it that no two threads do so at once. */
  void add(char kind, byte[] content) {
    byte[] line = new byte[content.length + 2];
    line[0] = (byte) kind;
    System.arraycopy(content, 0, line, 1, content.length);
    line[line.length - 1] = '\n';
    try {
      file.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
