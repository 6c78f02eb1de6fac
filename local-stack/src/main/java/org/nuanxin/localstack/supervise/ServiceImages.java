package org.nuanxin.localstack.supervise;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.workspace.Workspace;

/** Prepares all services, as many at a time as there are processors. */
public final class ServiceImages implements AutoCloseable {

  private static final long STOP_SECONDS = 20;

  private final JavaRuntime java;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          Math.max(2, Runtime.getRuntime().availableProcessors()),
          Thread.ofPlatform().daemon().name("prepare-", 1).factory());

  /** Prepares services for that JDK. */
  public ServiceImages(JavaRuntime java) {
    this.java = java;
  }

  /** Takes the jars apart that are new. */
  public Map<Service, ServiceImage> extract(Workspace workspace) {
    Map<Service, CompletableFuture<ServiceImage>> futures = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      futures.put(
          service,
          CompletableFuture.supplyAsync(() -> ServiceImage.of(service, workspace, java), workers));
    }
    Map<Service, ServiceImage> images = new EnumMap<>(Service.class);
    futures.forEach((service, image) -> images.put(service, join(image)));
    return images;
  }

  /** Those without a start-up cache. */
  public static List<ServiceImage> uncached(Collection<ServiceImage> images) {
    return images.stream().filter(image -> !image.hasAotCache()).toList();
  }

  /**
   * Makes the start-up caches of these images.
   *
   * @param environment backends that are thrown away afterwards
   * @param logs folder for the logs of the practice runs
   * @param made is told of each that is done
   */
  public void makeCaches(
      Collection<ServiceImage> images, Environment environment, Path logs, Consumer<Service> made) {
    List<CompletableFuture<Void>> futures =
        images.stream()
            .map(image ->
                CompletableFuture.runAsync(
                    () -> {
                      Path log = logs.resolve(image.service().module() + "-practice.log");
                      StartUpCache.make(image, java, environment, log);
                      made.accept(image.service());
                    },
                    workers))
            .toList();
    futures.forEach(ServiceImages::join);
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CannotStart failure ? failure : e;
    } catch (CancellationException e) {
      throw new CannotStart(CannotStart.Reason.FAILED, "The start was broken off.", e);
    }
  }

  /**
   * Breaks off what is being prepared, and returns when the processes of practice runs are gone.
   */
  @Override
  public void close() {
    workers.shutdownNow();
    try {
      if (!workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("A practice run does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
