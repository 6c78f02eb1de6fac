package org.nuanxin.localstack.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.supervise.Address;
import org.nuanxin.localstack.supervise.InstancesFile;
import org.nuanxin.localstack.supervise.Readiness;
import org.nuanxin.localstack.supervise.Service;
import org.nuanxin.localstack.supervise.ServiceImage;
import org.nuanxin.localstack.supervise.Supervisor;
import org.nuanxin.localstack.supervise.Watcher;
import org.nuanxin.localstack.workspace.Account;
import org.nuanxin.localstack.workspace.LocalState;
import org.nuanxin.localstack.workspace.LocalState.AccountState;
import org.nuanxin.localstack.workspace.LocalState.ServiceState;
import org.nuanxin.localstack.workspace.Workspace;

/** A stack that runs: keeps {@code local.json} and the gateway's list of instances current. */
public final class RunningStack implements Watcher, AutoCloseable {

  private static final Duration OPEN_WITHIN = Duration.ofSeconds(20);
  private static final int LAST_STATUS_OF_A_SERVICE = 499;

  /** One path of each service; whatever a service itself answers, the gateway has found it. */
  private static final List<String> DOORS =
      List.of(
          "/.well-known/openid-configuration",
          "/api/v1/consents/current",
          "/api/v1/programmes",
          "/api/v1/me/messages",
          "/api/v1/stations");

  private final Workspace workspace;
  private final Backends backends;
  private final Address gateway;
  private final String startedAt;
  private final Screen screen;
  private final List<AccountState> accounts;

  private final Supervisor supervisor;
  private final InstancesFile instances;

  private volatile boolean ready;
  private boolean closed;

  RunningStack(
      Workspace workspace,
      Backends backends,
      Address gateway,
      Screen screen,
      Map<Service, ServiceImage> images,
      Supervisor.InstanceFactory programs,
      InstancesFile instances) {
    this.workspace = workspace;
    this.backends = backends;
    this.gateway = gateway;
    this.startedAt = OffsetDateTime.now().truncatedTo(ChronoUnit.MILLIS).toString();
    this.screen = screen;
    this.accounts = LocalState.accounts(Account.in(workspace.data()));
    this.supervisor = new Supervisor(images, programs, this);
    this.instances = instances;
  }

  /** What runs the services. */
  Supervisor supervisor() {
    return supervisor;
  }

  /** Waits until the gateway reaches every service. */
  void awaitOpen() {
    try {
      for (String door : DOORS) {
        if (!Readiness.await(
            gateway.url() + door, OPEN_WITHIN, () -> true, 200, LAST_STATUS_OF_A_SERVICE)) {
          throw new CannotStart(
              CannotStart.Reason.SERVICE,
              "The gateway does not reach the service behind "
                  + door
                  + "; see "
                  + workspace.logs()
                  + ".");
        }
      }
      ready = true;
      changed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart(CannotStart.Reason.FAILED, "The start was broken off.", e);
    }
  }

  /** Where everything is, as outsiders are told. */
  public LocalState state() {
    return new LocalState(
        gateway.url(),
        backends.sandbox().url(),
        backends.kafka(),
        backends.mongo().uri(),
        instances().stream().map(RunningStack::state).toList(),
        accounts,
        startedAt,
        ready,
        ProcessHandle.current().pid(),
        LocalState.processBegan());
  }

  /** Every instance, in order. */
  List<Supervisor.Instance> instances() {
    return supervisor.instances();
  }

  /** The database's process where it is ours. */
  Optional<WatchedMongo.Seen> mongoProcess() {
    return backends.mongo().process();
  }

  /** Brings a service to that many instances. */
  void scale(Service service, int count) {
    supervisor.scale(service, count);
  }

  private static ServiceState state(Supervisor.Instance instance) {
    return new ServiceState(
        instance.service().module(),
        instance.name(),
        instance.pid(),
        instance.address().url(),
        instance.address().managementUrl(),
        instance.log().toString());
  }

  @Override
  public void ready(String name, Duration after, String where) {
    screen.say(Lines.ready(name, after, where));
  }

  @Override
  public void died(String name, int exitCode, Duration pause) {
    screen.say(Lines.died(name, exitCode, pause));
  }

  @Override
  public void failed(String name, String sentence) {
    screen.say(name + ": " + sentence);
  }

  @Override
  public synchronized void changed() {
    if (!closed) {
      instances.write(supervisor.instances());
      state().write(workspace);
    }
  }

  /** Takes back what told others of this stack. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    Files.deleteIfExists(workspace.localJson());
  }
}
