package org.nuanxin.localstack.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.localstack.CannotStart;

/**
 * A service in a practice run. Where it has no start-up cache yet, the JVM writes one at the run's
 * end: the classes it loaded and linked and the profiles of its methods.
 */
final class PractisingService {

  private static final Duration READY_WITHIN = Duration.ofSeconds(300);
  private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(300);
  private static final int HEAP_MEBIBYTES = 384;

  private final ServiceImage image;
  private final Address address;
  private final Path log;
  private final ServiceProcess process;

  private PractisingService(ServiceImage image, Address address, Path log, ServiceProcess process) {
    this.image = image;
    this.address = address;
    this.log = log;
    this.process = process;
  }

  static PractisingService start(
      ServiceImage image, JavaRuntime java, Environment environment, Address address, Path logs) {
    Path log = logs.resolve(image.service().module() + "-practice.log");
    try {
      Files.deleteIfExists(part(image));
      List<String> command = new ArrayList<>();
      command.add(java.java().toString());
      command.addAll(JavaRuntime.commonFlags());
      command.add("-Xmx" + HEAP_MEBIBYTES + "m");
      command.add("-Xss512k");
      command.add(
          image.hasAotCache()
              ? "-XX:AOTCache=" + image.aotCache()
              : "-XX:AOTCacheOutput=" + part(image));
      command.addAll(List.of("-jar", image.jar().toString()));
      String name = image.service().module() + "-practice";
      return new PractisingService(
          image,
          address,
          log,
          ServiceProcess.start(command, environment.of(image.service(), name, address), log));
    } catch (IOException e) {
      throw failed(image, log, e);
    }
  }

  void awaitReady() {
    try {
      if (!Readiness.await(address.readinessUrl(), READY_WITHIN, process::isAlive)) {
        throw failed(image, log, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(image, log, e);
    }
  }

  /** Stops it and keeps the cache that it wrote; returns whether it wrote one. */
  boolean finish() {
    if (image.hasAotCache()) {
      process.kill();
      return false;
    }
    process.stop(WRITTEN_WITHIN);
    try {
      Files.move(part(image), image.aotCache(), StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException e) {
      throw failed(image, log, e);
    }
  }

  /** Ends it and what it started, if it still runs. */
  void kill() {
    process.kill();
  }

  Service service() {
    return image.service();
  }

  private static Path part(ServiceImage image) {
    return image.folder().resolve("start.aot.part");
  }

  private static CannotStart failed(ServiceImage image, Path log, @Nullable Exception cause) {
    return new CannotStart(
        CannotStart.Reason.SERVICE,
        image.service().module()
            + " does not come through its practice run; its log says why: "
            + log,
        cause);
  }
}
