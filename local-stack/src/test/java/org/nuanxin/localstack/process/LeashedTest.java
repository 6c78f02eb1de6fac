package org.nuanxin.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashedTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void endsTheProgramWhenClosed() throws IOException {
    Leashed leashed = start("sleep", "600");
    ProcessHandle program = awaitProgram(leashed);

    leashed.close();

    assertThat(leashed.isAlive()).isFalse();
    assertThat(program.isAlive()).isFalse();
  }

  @Test
  void endsTheProgramWhenTheLauncherIsKilled() throws Exception {
    ProcessHandle program;
    try (ChildJvm launcher = ChildJvm.start(Launcher.class, folder.resolve("output").toString())) {
      program = ProcessHandle.of(Long.parseLong(launcher.awaitLine("pid "))).orElseThrow();
      assertThat(program.isAlive()).isTrue();
      launcher.kill();
    }
    await().atMost(SOON).until(() -> !program.isAlive());
  }

  @Test
  void tellsTheExitCodeAndLeavesNobodyBehind() throws Exception {
    Leashed leashed = start("sh", "-c", "exit 7");

    assertThat(leashed.process().waitFor()).isEqualTo(7);
    assertThat(leashed.process().descendants()).isEmpty();
  }

  @Test
  void endsAProgramThatDoesNotListen() throws IOException {
    Leashed leashed = start("sh", "-c", "trap '' TERM; while :; do sleep 1; done");
    ProcessHandle program = awaitProgram(leashed);

    leashed.close(Duration.ofMillis(300));

    assertThat(leashed.isAlive()).isFalse();
    await().atMost(SOON).until(() -> !program.isAlive());
  }

  @Test
  void runsInASessionOfItsOwn() throws Exception {
    Leashed leashed = start("sh", "-c", "ps -o sid= -p $$; ps -o sid= -p " + own());
    leashed.process().waitFor();

    List<String> sessions =
        Files.readAllLines(folder.resolve("output")).stream().map(String::strip).toList();
    assertThat(sessions).hasSize(2).doesNotHaveDuplicates();
  }

  private static long own() {
    return ProcessHandle.current().pid();
  }

  private static ProcessHandle awaitProgram(Leashed leashed) {
    return await()
        .atMost(SOON)
        .until(() -> leashed.process().children().findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  /** A launcher to be killed. */
  static final class Launcher {
    public static void main(String[] arguments) throws Exception {
      Leashed leashed = Leashed.start(List.of("sleep", "600"), Path.of(arguments[0]));
      System.out.println("pid " + awaitProgram(leashed).pid());
      Thread.currentThread().join();
    }
  }

  private Leashed start(String... command) throws IOException {
    return Leashed.start(List.of(command), folder.resolve("output"));
  }
}
