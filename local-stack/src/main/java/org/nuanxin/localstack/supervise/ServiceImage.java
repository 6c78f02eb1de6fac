package org.nuanxin.localstack.supervise;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.backends.Sha256;
import org.nuanxin.localstack.workspace.Folders;
import org.nuanxin.localstack.workspace.Workspace;

/**
 * A service's jar taken apart, which starts quicker than a jar of jars, and beside it the start-up
 * cache made from it. Both are keyed by the jar's content and the JDK: another build makes others.
 *
 * @param service whose it is
 * @param folder holds all of it
 * @param jar what {@code java -jar} is given
 */
public record ServiceImage(Service service, Path folder, Path jar) {

  private static final int KEY_LENGTH = 16;
  private static final long EXTRACT_SECONDS = 120;

  /** Takes the built jar apart, unless that was done before. */
  static ServiceImage of(Service service, Workspace workspace, JavaRuntime java) {
    Path built = built(service, workspace);
    Path home = workspace.cache().resolve(service.module());
    try {
      String key = key(built, home, java);
      Path folder = home.resolve(key);
      Path jar = folder.resolve(built.getFileName());
      if (!Files.exists(folder)) {
        forgetOthers(home, key);
        extract(built, folder, java);
      }
      return new ServiceImage(service, folder, jar);
    } catch (IOException e) {
      throw new CannotStart(
          CannotStart.Reason.DISK, "Cannot prepare " + service.module() + " in " + home + ".", e);
    }
  }

  /** The start-up cache, where there is one. */
  Path aotCache() {
    return folder.resolve("start.aot");
  }

  boolean hasAotCache() {
    return Files.exists(aotCache());
  }

  private static Path built(Service service, Workspace workspace) {
    Path target = workspace.root().resolve(service.module()).resolve("target");
    List<Path> jars = new ArrayList<>();
    if (Files.isDirectory(target)) {
      try (DirectoryStream<Path> found =
          Files.newDirectoryStream(target, service.module() + "-*.jar")) {
        found.forEach(jars::add);
      } catch (IOException e) {
        throw new CannotStart(CannotStart.Reason.DISK, "Cannot read " + target + ".", e);
      }
    }
    jars.removeIf(jar -> jar.toString().matches(".*-(tests|sources|javadoc)\\.jar"));
    if (jars.size() != 1) {
      throw new CannotStart(
          CannotStart.Reason.MISSING,
          service.module() + " is not built: run `./run`, which builds, or `mvn package`.");
    }
    return jars.getFirst();
  }

  /** Reading 70 MB for each service takes seconds, so the hash is kept beside size and time. */
  private static String key(Path built, Path home, JavaRuntime java) throws IOException {
    Files.createDirectories(home);
    Path known = home.resolve("known");
    String seen = Files.size(built) + " " + changedAt(built) + " " + java.version();
    if (Files.exists(known)) {
      List<String> lines = Files.readAllLines(known);
      if (lines.size() == 2 && lines.getFirst().equals(seen)) {
        return lines.getLast();
      }
    }
    String content = Sha256.of(built).substring(0, KEY_LENGTH);
    String key = content + "-" + Integer.toHexString(java.version().hashCode());
    Files.write(known, List.of(seen, key));
    return key;
  }

  /** Reproducible builds give every jar the same modification time, so that is no sign. */
  private static String changedAt(Path built) throws IOException {
    return Files.getFileStore(built).supportsFileAttributeView("unix")
        ? Files.getAttribute(built, "unix:ctime").toString()
        : Files.getLastModifiedTime(built).toString();
  }

  private static void forgetOthers(Path home, String key) throws IOException {
    try (DirectoryStream<Path> images = Files.newDirectoryStream(home, Files::isDirectory)) {
      for (Path image : images) {
        if (!image.getFileName().toString().equals(key)) {
          Folders.delete(image);
        }
      }
    }
  }

  private static void extract(Path built, Path folder, JavaRuntime java) throws IOException {
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    Folders.delete(part);
    Process extract =
        new ProcessBuilder(
                java.java().toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djarmode=tools",
                "-jar",
                built.toString(),
                "extract",
                "--destination",
                part.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!extract.waitFor(EXTRACT_SECONDS, TimeUnit.SECONDS) || extract.exitValue() != 0) {
        throw new IOException("Extracting " + built + " failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while extracting " + built, e);
    } finally {
      extract.destroyForcibly();
    }
    Files.move(part, folder);
  }
}
