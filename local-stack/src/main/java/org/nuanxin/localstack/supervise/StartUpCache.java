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
 * Makes a service's start-up cache: the service runs once until it is ready, and at its end the JVM
 * writes down the classes it loaded and linked and the profiles of its methods.
 */
final class StartUpCache {

  private static final Duration READY_WITHIN = Duration.ofSeconds(300);
  private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(300);
  private static final int HEAP_MEBIBYTES = 384;

  private StartUpCache() {}

  /**
   * Makes the cache if there is none.
   *
   * @param environment backends that are thrown away afterwards, so that the practice run leaves no
   *     trace in the data
   */
  static void make(ServiceImage image, JavaRuntime java, Environment environment, Path log) {
    if (image.hasAotCache()) {
      return;
    }
    Path part = image.folder().resolve("start.aot.part");
    Address address = Address.free();
    String name = image.service().module() + "-practice";
    List<String> command = new ArrayList<>();
    command.add(java.java().toString());
    command.addAll(JavaRuntime.commonFlags());
    command.add("-Xmx" + HEAP_MEBIBYTES + "m");
    command.add("-Xss512k");
    command.add("-XX:AOTCacheOutput=" + part);
    command.addAll(List.of("-jar", image.jar().toString()));
    try {
      Files.deleteIfExists(part);
      ServiceProcess practice =
          ServiceProcess.start(command, environment.of(image.service(), name, address), log);
      try {
        boolean ready = Readiness.await(address.readinessUrl(), READY_WITHIN, practice::isAlive);
        practice.stop(WRITTEN_WITHIN);
        if (!ready || !Files.exists(part)) {
          throw notMade(image, log, null);
        }
      } finally {
        practice.kill();
      }
      Files.move(part, image.aotCache(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw notMade(image, log, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notMade(image, log, e);
    }
  }

  private static CannotStart notMade(ServiceImage image, Path log, @Nullable Exception cause) {
    return new CannotStart(
        CannotStart.Reason.SERVICE,
        image.service().module()
            + " does not come up in its practice run; its log says why: "
            + log,
        cause);
  }
}
