package org.nuanxin.localstack.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.backends.MongoServer;
import org.nuanxin.localstack.process.Ports;
import org.nuanxin.localstack.supervise.Address;
import org.nuanxin.localstack.supervise.Environment;
import org.nuanxin.localstack.supervise.InstancesFile;
import org.nuanxin.localstack.supervise.JavaRuntime;
import org.nuanxin.localstack.supervise.Jit;
import org.nuanxin.localstack.supervise.Service;
import org.nuanxin.localstack.supervise.ServiceImage;
import org.nuanxin.localstack.supervise.ServiceImages;
import org.nuanxin.localstack.supervise.ServicePrograms;
import org.nuanxin.localstack.workspace.Account;
import org.nuanxin.localstack.workspace.Secrets;
import org.nuanxin.localstack.workspace.Workspace;

/** Starts a whole stack, keeps it running, and stops it in order. */
public final class Launcher implements AutoCloseable {

  private static final long DISK_BYTES = 1L << 30;

  private final Workspace workspace;
  private final LaunchOptions options;
  private final Screen screen;
  private final Parts parts = new Parts();
  private final long began = System.nanoTime();

  private volatile boolean toldToStop;

  /** A launcher that has started nothing yet. */
  public Launcher(Workspace workspace, LaunchOptions options, Screen screen) {
    this.workspace = workspace;
    this.options = options;
    this.screen = screen;
  }

  /**
   * Starts everything and returns when it is ready; on a failure what was started is stopped.
   *
   * @throws CannotStart with one sentence for a person
   */
  public RunningStack start() {
    try {
      RunningStack stack = launch();
      screen.say(Lines.welcome(stack.state(), sinceBegan()));
      return stack;
    } catch (RuntimeException e) {
      toldToStop = parts.isClosed();
      close();
      throw e;
    }
  }

  /** Whether everything is stopped, or about to be. */
  public boolean isStopped() {
    return parts.isClosed();
  }

  /** Whether the start failed because the launcher was closed meanwhile. */
  public boolean wasToldToStop() {
    return toldToStop;
  }

  private RunningStack launch() {
    parts.add(Parts.Stage.FILES, StackLock.take(workspace));
    Leftovers.awaitEnd(workspace, screen);
    if (options.fresh()) {
      MongoServer.forget(Backends.mongoData(workspace));
      workspace.wipe();
    }
    workspace.create();
    requireRoom(workspace.data());
    requireRoom(workspace.cache());
    Address gateway = gatewayAddress();
    Map<Service, ServiceImage> images = prepare();
    screen.say("Starting Nuanxin");
    Backends backends = Backends.start(workspace, options, parts, screen);

    Map<Service, Address> addresses = addresses(gateway);
    ServicePrograms programs =
        new ServicePrograms(
            JavaRuntime.current(),
            options.jit(),
            environment(backends, addresses),
            workspace.logs());
    RunningStack stack =
        new RunningStack(
            workspace,
            backends,
            gateway,
            screen,
            images,
            programs,
            new InstancesFile(instancesFile()));
    parts.add(Parts.Stage.SERVICES, stack.supervisor());
    parts.add(Parts.Stage.FILES, stack);
    parts.add(Parts.Stage.CONTROL, ControlServer.start(workspace, stack));
    stack.supervisor().start(addresses);
    backends.awaitBroker();
    stack.awaitOpen();
    return stack;
  }

  private Path instancesFile() {
    return workspace.data().resolve("instances.json");
  }

  private Map<Service, ServiceImage> prepare() {
    ServiceImages preparation =
        parts.add(Parts.Stage.PREPARATION, new ServiceImages(JavaRuntime.current()));
    Map<Service, ServiceImage> images = preparation.extract(workspace);
    if (!options.caches()) {
      return images;
    }
    List<ServiceImage> uncached = ServiceImages.uncached(images.values());
    if (!uncached.isEmpty()) {
      screen.say(
          "Preparing "
              + uncached.size()
              + " services for quick starts (once for each build, about a minute)");
      if (!Practice.run(images, preparation, workspace, Launcher::databaseOfOurs, parts, screen)) {
        return images;
      }
    }
    LauncherCache own = LauncherCache.of(workspace);
    if (!own.isCurrent()) {
      own.make(parts);
    }
    return images;
  }

  private static MongoServer databaseOfOurs(Path data, Path log) {
    return MongoServer.start(Optional.empty(), data, log);
  }

  private Environment environment(Backends backends, Map<Service, Address> addresses) {
    Account.in(workspace.data());
    return new Environment(
        backends.kafka(),
        backends.mongo().uri(),
        backends.sandbox().url(),
        url(addresses, Service.GATEWAY),
        url(addresses, Service.IDENTITY),
        url(addresses, Service.MEMBERSHIP),
        instancesFile().toString(),
        Account.file(workspace.data()).toString(),
        Secrets.in(workspace.data()),
        options.jit() == Jit.FULL);
  }

  private static String url(Map<Service, Address> addresses, Service service) {
    return Objects.requireNonNull(addresses.get(service)).url();
  }

  private Address gatewayAddress() {
    if (!Ports.isFree(options.port())) {
      throw new CannotStart(
          CannotStart.Reason.PORT_IN_USE,
          "Port " + options.port() + " is in use; choose another with --port.");
    }
    return new Address(Ports.preferred(options.port()), Ports.free());
  }

  private static Map<Service, Address> addresses(Address gateway) {
    Map<Service, Address> addresses = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      addresses.put(service, service == Service.GATEWAY ? gateway : Address.free());
    }
    return addresses;
  }

  private static void requireRoom(Path folder) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < DISK_BYTES) {
        throw new CannotStart(
            CannotStart.Reason.DISK,
            "Only "
                + (free >> 20)
                + " MB are free on the disk of "
                + folder
                + "; the stack needs "
                + (DISK_BYTES >> 20)
                + " MB.");
      }
    } catch (IOException e) {
      throw new CannotStart(
          CannotStart.Reason.DISK, "Cannot look at the disk of " + folder + ".", e);
    }
  }

  private Duration sinceBegan() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Stops what runs: the gateway, the services, the sandbox, Kafka, MongoDB. */
  @Override
  public void close() {
    parts.close();
  }
}
