package org.nuanxin.localstack.supervise;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.nuanxin.localstack.CannotStart;

/**
 * All instances of all services: starts them side by side, makes them more or fewer, and stops
 * them, the gateway first.
 */
public final class Supervisor implements AutoCloseable {

  /** After which a program that is started is ready or given up. */
  public static final Duration UP_WITHIN = Supervised.UP_WITHIN.plusSeconds(30);

  private static final long DRAIN_MILLIS = 1_500;

  private final Map<Service, ServiceImage> images;
  private final InstanceFactory factory;
  private final Watcher watcher;
  private final List<Instance> instances = new CopyOnWriteArrayList<>();

  private boolean closed;

  /** Makes the command and the environment of an instance. */
  public interface InstanceFactory {
    Program program(ServiceImage image, String name, Address address);
  }

  public Supervisor(Map<Service, ServiceImage> images, InstanceFactory factory, Watcher watcher) {
    this.images = images;
    this.factory = factory;
    this.watcher = watcher;
  }

  /** Starts the first instance of each service at the address given and waits for all. */
  public void start(Map<Service, Address> addresses) {
    List<Instance> started = new ArrayList<>();
    addresses.forEach((service, address) -> started.add(add(service, 1, address)));
    await(started);
  }

  /**
   * Brings a service to that many instances and waits until the new ones are ready; when one of
   * them does not come up, there are as many as before.
   */
  public synchronized void scale(Service service, int count) {
    List<Instance> present = of(service);
    List<Instance> added = new ArrayList<>();
    try {
      for (int number = present.size() + 1; number <= count; number++) {
        added.add(add(service, number, Address.free()));
      }
      await(added);
    } catch (RuntimeException e) {
      retire(added);
      throw e;
    }
    if (present.size() > count) {
      retire(present.subList(count, present.size()));
    }
  }

  /** Every instance, in the order of services and numbers. */
  public List<Instance> instances() {
    return instances.stream()
        .sorted(Comparator.comparing(Instance::service).thenComparing(Instance::number))
        .toList();
  }

  private List<Instance> of(Service service) {
    return instances().stream().filter(instance -> instance.service() == service).toList();
  }

  private Instance add(Service service, int number, Address address) {
    ServiceImage image = images.get(service);
    if (image == null) {
      throw new IllegalStateException(service + " was not prepared");
    }
    String name = service.module() + "-" + number;
    synchronized (instances) {
      if (closed) {
        throw new CannotStart(CannotStart.Reason.SERVICE, "The stack is stopping.");
      }
      Instance instance =
          new Instance(
              service,
              number,
              address,
              Supervised.start(factory.program(image, name, address), watcher));
      instances.add(instance);
      return instance;
    }
  }

  private void retire(List<Instance> retired) {
    instances.removeAll(retired);
    try {
      watcher.changed();
      // The gateway has to see the change before the instances stop answering.
      TimeUnit.MILLISECONDS.sleep(DRAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stopAll(retired);
    }
    watcher.changed();
  }

  private static void await(List<Instance> started) {
    try {
      CompletableFuture.allOf(
              started.stream()
                  .map(instance -> instance.supervised().up())
                  .toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CannotStart failure ? failure : e;
    }
  }

  private static void stopAll(List<Instance> stopped) {
    List<Thread> threads =
        stopped.stream()
            .map(instance -> Thread.startVirtualThread(instance.supervised()::stop))
            .toList();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops every process, the gateway before the others, and starts none any more. */
  @Override
  public void close() {
    synchronized (instances) {
      closed = true;
    }
    stopAll(instances.stream().filter(i -> i.service() == Service.GATEWAY).toList());
    stopAll(instances);
  }

  /**
   * One running or restarting process of a service.
   *
   * @param service whose
   * @param number from 1
   * @param address its ports
   * @param supervised what keeps it running
   */
  public record Instance(Service service, int number, Address address, Supervised supervised) {

    /** Such as {@code benefits-service-1}. */
    public String name() {
      return service.module() + "-" + number;
    }

    /** The process id, 0 while there is none. */
    public long pid() {
      return supervised.pid();
    }

    /** Where its output goes. */
    public Path log() {
      return supervised.program().log();
    }

    /** What it does now, in a word. */
    public String state() {
      return supervised.state().name();
    }

    /** How often it was started again. */
    public int restarts() {
      return Math.max(0, supervised.starts() - 1);
    }

    /** Whether the gateway should send it requests: yes from the start, no once it has died. */
    public boolean takesRequests() {
      return switch (supervised.state()) {
        case READY -> true;
        case STARTING -> !supervised.up().isDone();
        case WAITING, STOPPED -> false;
      };
    }
  }
}
