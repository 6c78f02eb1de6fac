package org.nuanxin.localstack.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.process.ChildJvm;

class SupervisorTest {

  @TempDir private Path folder;

  private String broken = "";
  private final Supervisor supervisor = new Supervisor(images(), this::program, new Witness());

  @AfterEach
  void stop() {
    supervisor.close();
  }

  @Test
  void makesInstancesMoreAndFewer() throws Exception {
    InstancesFile file = new InstancesFile(folder.resolve("instances.json"));
    supervisor.start(Map.of(Service.BENEFITS, Address.free()));

    supervisor.scale(Service.BENEFITS, 3);

    assertThat(supervisor.instances())
        .extracting(Supervisor.Instance::name)
        .containsExactly("benefits-service-1", "benefits-service-2", "benefits-service-3");
    List<Long> pids = supervisor.instances().stream().map(Supervisor.Instance::pid).toList();
    assertThat(pids).doesNotHaveDuplicates().doesNotContain(0L);
    file.write(supervisor.instances());
    assertThat(Files.readString(file.file()))
        .contains(supervisor.instances().stream().map(i -> i.address().url()).toList());

    supervisor.scale(Service.BENEFITS, 1);

    assertThat(supervisor.instances())
        .extracting(Supervisor.Instance::name)
        .containsExactly("benefits-service-1");
    assertThat(pids.subList(1, 3)).noneMatch(SupervisorTest::isAlive);
    assertThat(isAlive(pids.getFirst())).isTrue();
  }

  @Test
  void keepsNoInstanceThatDidNotComeUp() {
    supervisor.start(Map.of(Service.STATIONS, Address.free()));
    broken = "stations-service-2";

    for (int attempt = 1; attempt <= 2; attempt++) {
      assertThatExceptionOfType(CannotStart.class)
          .isThrownBy(() -> supervisor.scale(Service.STATIONS, 2))
          .withMessageContaining("stations-service-2 does not come up");
      assertThat(supervisor.instances())
          .extracting(Supervisor.Instance::name)
          .containsExactly("stations-service-1");
    }
  }

  @Test
  void tellsTheGatewayNothingOfAnInstanceThatDied() throws Exception {
    supervisor.start(Map.of(Service.BENEFITS, Address.free(), Service.GATEWAY, Address.free()));
    Supervisor.Instance benefits = supervisor.instances().getFirst();
    assertThat(benefits.takesRequests()).isTrue();

    ProcessHandle.of(benefits.pid()).orElseThrow().destroyForcibly();

    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !benefits.takesRequests());
    await().atMost(Duration.ofSeconds(60)).until(benefits::takesRequests);
    assertThat(benefits.restarts()).isEqualTo(1);
  }

  @Test
  void leavesNobodyBehindWhenTheLauncherIsKilled() throws Exception {
    List<ProcessHandle> children;
    try (ChildJvm launcher = ChildJvm.start(KilledLauncher.class, folder.toString())) {
      children =
          List.of(launcher.awaitLine("pids ").split(" ")).stream()
              .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
              .toList();
      assertThat(children).hasSize(2).allMatch(ProcessHandle::isAlive);
      launcher.kill();
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** A launcher to be killed. */
  static final class KilledLauncher {
    public static void main(String[] arguments) throws InterruptedException {
      Path folder = Path.of(arguments[0]);
      Supervisor supervisor =
          new Supervisor(
              images(),
              (image, name, address) ->
                  TinyService.program(name, address, folder.resolve(name + ".log")),
              new Witness());
      supervisor.start(Map.of(Service.STATIONS, Address.free(), Service.GATEWAY, Address.free()));
      System.out.println(
          "pids "
              + supervisor.instances().getFirst().pid()
              + " "
              + supervisor.instances().getLast().pid());
      Thread.currentThread().join();
    }
  }

  private Program program(ServiceImage image, String name, Address address) {
    if (name.equals(broken)) {
      return new Program(
          name,
          List.of("sh", "-c", "exit 3"),
          Map.of(),
          folder.resolve(name + ".log"),
          address.readinessUrl(),
          address.url());
    }
    return TinyService.program(name, address, folder.resolve(name + ".log"));
  }

  private static Map<Service, ServiceImage> images() {
    Map<Service, ServiceImage> images = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      images.put(service, new ServiceImage(service, Path.of("."), Path.of("none.jar")));
    }
    return images;
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
