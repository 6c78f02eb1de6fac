package org.nuanxin.localstack.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Commands that run in a session of their own, so that Ctrl-C in the terminal reaches the launcher
 * alone, which then stops its parts in order.
 */
public final class Detached {

  private static final List<String> PREFIX = prefix();

  private Detached() {}

  /** The same command in a session of its own; the process id stays that of the command. */
  public static List<String> command(List<String> command) {
    List<String> detached = new ArrayList<>(PREFIX);
    detached.addAll(command);
    return detached;
  }

  /** The first executable of that name on PATH. */
  public static Optional<Path> onPath(String name) {
    String path = System.getenv("PATH");
    return Optional.ofNullable(path).stream()
        .flatMap(value -> List.of(value.split(File.pathSeparator)).stream())
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private static List<String> prefix() {
    Optional<Path> setsid = onPath("setsid");
    if (setsid.isPresent()) {
      return List.of(setsid.get().toString());
    }
    // macOS has no setsid, but always had perl.
    return onPath("perl")
        .map(perl ->
            List.of(
                perl.toString(),
                "-e",
                "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV or die $!",
                "--"))
        .orElse(List.of());
  }
}
