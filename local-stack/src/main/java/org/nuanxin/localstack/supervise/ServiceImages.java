package org.nuanxin.localstack.supervise;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
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
  private final Queue<PractisingService> practising = new ConcurrentLinkedQueue<>();

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

  /** What is done with the services while they practise. */
  @FunctionalInterface
  public interface Exercise {

    /**
     * Uses them.
     *
     * @throws InterruptedException when interrupted
     */
    void run() throws InterruptedException;
  }

  /**
   * Runs every service once and makes the start-up caches of those that have none.
   *
   * @param addresses where each shall listen
   * @param environment backends that are thrown away afterwards
   * @param logs folder for the logs of the practice run
   * @param exercise walks the paths that the caches shall know
   * @param made is told of each cache that is done
   */
  public void practise(
      Map<Service, ServiceImage> images,
      Map<Service, Address> addresses,
      Environment environment,
      Path logs,
      Exercise exercise,
      Consumer<Service> made) {
    try {
      sideBySide(
          images.values(),
          image -> {
            Address address = Objects.requireNonNull(addresses.get(image.service()));
            PractisingService service =
                PractisingService.start(image, java, environment, address, logs);
            practising.add(service);
            service.awaitReady();
          });
      exercise.run();
      sideBySide(
          practising,
          service -> {
            if (service.finish()) {
              made.accept(service.service());
            }
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart(CannotStart.Reason.FAILED, "The start was broken off.", e);
    } finally {
      practising.forEach(PractisingService::kill);
    }
  }

  /** A step for each, side by side, as many as there are workers. */
  private <T> void sideBySide(Collection<T> all, Consumer<T> step) {
    List<CompletableFuture<Void>> futures =
        all.stream()
            .map(one -> CompletableFuture.runAsync(() -> step.accept(one), workers))
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
    } finally {
      // One that is only asked to end writes its cache first, half a minute after we are gone.
      practising.forEach(PractisingService::kill);
    }
  }
}
