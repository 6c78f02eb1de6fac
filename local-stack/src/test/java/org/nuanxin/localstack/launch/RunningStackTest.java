package org.nuanxin.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.supervise.Address;
import org.nuanxin.localstack.supervise.InstancesFile;
import org.nuanxin.localstack.supervise.Jit;
import org.nuanxin.localstack.supervise.Service;
import org.nuanxin.localstack.supervise.ServiceImage;
import org.nuanxin.localstack.supervise.TinyService;
import org.nuanxin.localstack.workspace.Json;
import org.nuanxin.localstack.workspace.LocalState;
import org.nuanxin.localstack.workspace.Workspace;

class RunningStackTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir private Path root;

  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Parts parts = new Parts();

  @BeforeEach
  void startWithTinyServices() {
    Workspace workspace = Workspace.at(root);
    workspace.create();
    LaunchOptions options = new LaunchOptions(0, Jit.C1, false, false, Optional.empty());
    Backends backends = Backends.start(workspace, options, parts, said::add);
    backends.awaitBroker();
    Map<Service, ServiceImage> images = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      images.put(service, new ServiceImage(service, root, root.resolve("none.jar")));
    }
    RunningStack stack =
        new RunningStack(
            workspace,
            backends,
            Address.free(),
            said::add,
            images,
            (image, name, address) ->
                TinyService.program(name, address, workspace.logs().resolve(name + ".log")),
            new InstancesFile(root.resolve("instances.json")));
    parts.add(Parts.Stage.SERVICES, stack.supervisor());
    parts.add(Parts.Stage.FILES, stack);
    parts.add(Parts.Stage.CONTROL, ControlServer.start(workspace, stack));
    stack
        .supervisor()
        .start(Map.of(Service.BENEFITS, Address.free(), Service.GATEWAY, Address.free()));
  }

  @AfterEach
  void stop() {
    parts.close();
  }

  @Test
  void tellsItsOwnerAloneWhereEverythingIs() throws Exception {
    Path file = root.resolve(".nuanxin/local.json");
    LocalState state = Json.read(file, LocalState.class).orElseThrow();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(file.resolveSibling("control.json"))))
        .isEqualTo("rw-------");
    assertThat(state.services())
        .extracting(LocalState.ServiceState::name)
        .containsExactly("benefits-service", "gateway");
    assertThat(state.services())
        .allSatisfy(service -> assertThat(Path.of(service.log())).isAbsolute().exists());
    assertThat(state.accounts()).extracting(LocalState.AccountState::username).contains("keeper");
  }

  @Test
  void keepsTheFileCurrentWhenAServiceDies() {
    long first = benefits().pid();

    ProcessHandle.of(first).orElseThrow().destroyForcibly();

    await().atMost(SOON).until(() -> benefits().pid() != first && benefits().pid() != 0);
    assertThat(said).contains("benefits-service-1 died (exit code 137); starting it again in 1 s");
  }

  @Test
  void scalesAndTellsItsStatus() {
    Control control = Control.of(Workspace.at(root)).orElseThrow();

    Status status = control.scale(Service.BENEFITS, 2);

    assertThat(status.rows())
        .extracting(Status.Row::name)
        .contains("MongoDB", "benefits-service-1", "benefits-service-2", "gateway-1");
    assertThat(state().services()).hasSize(3);
    assertThat(status.table()).contains("benefits-service-2", "all");
    assertThat(control.scale(Service.BENEFITS, 1).rows())
        .extracting(Status.Row::name)
        .doesNotContain("benefits-service-2");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> control.scale(Service.BENEFITS, 0))
        .withMessageContaining("instances are possible");
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> control.scale(Service.GATEWAY, 2))
        .withMessageContaining("no such service to scale");
  }

  @Test
  void listensToNobodyWithoutTheSecret() throws Exception {
    ControlServer.Door door =
        Json.read(root.resolve(".nuanxin/control.json"), ControlServer.Door.class).orElseThrow();

    for (String secret : List.of("", "Bearer ", "Bearer wrong")) {
      HttpURLConnection call =
          (HttpURLConnection) URI.create(door.url() + "/status").toURL().openConnection();
      call.setRequestProperty("Authorization", secret);
      assertThat(call.getResponseCode()).isEqualTo(403);
    }
  }

  @Test
  void bringsTheDatabaseBackWhenItDies() {
    Control control = Control.of(Workspace.at(root)).orElseThrow();
    long first = pid(control, "MongoDB");

    ProcessHandle.of(first).orElseThrow().destroyForcibly();

    await().atMost(SOON).until(() -> said.contains("MongoDB is back"));
    assertThat(pid(control, "MongoDB")).isNotEqualTo(first);
    assertThat(control.status().rows())
        .filteredOn(row -> row.name().equals("MongoDB"))
        .singleElement()
        .satisfies(row -> assertThat(row.state() + row.restarts()).isEqualTo("READY1"));
  }

  @Test
  void refusesASecondStackInTheSameFolder() throws Exception {
    Workspace workspace = Workspace.at(root);
    try (StackLock lock = StackLock.take(workspace)) {
      assertThat(lock).isNotNull();
      assertThatExceptionOfType(CannotStart.class)
          .isThrownBy(() -> StackLock.take(workspace))
          .withMessageContaining("A stack already runs in this folder");
    }
  }

  @Test
  void leavesNothingBehind() {
    List<ProcessHandle> children =
        state().services().stream()
            .flatMap(service -> ProcessHandle.of(service.pid()).stream())
            .toList();

    parts.close();

    assertThat(children).hasSize(2).noneMatch(ProcessHandle::isAlive);
    assertThat(root.resolve(".nuanxin/local.json")).doesNotExist();
    assertThat(root.resolve(".nuanxin/control.json")).doesNotExist();
  }

  private static long pid(Control control, String name) {
    return control.status().rows().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow()
        .pid();
  }

  private LocalState state() {
    return LocalState.running(Workspace.at(root)).orElseThrow();
  }

  private LocalState.ServiceState benefits() {
    return state().services().getFirst();
  }
}
