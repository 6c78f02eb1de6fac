package org.nuanxin.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachedTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsTheProgramWithItsLauncher(boolean byForce) throws Exception {
    ProcessHandle program;
    try (ChildJvm launcher = ChildJvm.start(Launcher.class)) {
      program = ProcessHandle.of(Long.parseLong(launcher.awaitLine("pid "))).orElseThrow();
      assertThat(program.isAlive()).isTrue();
      if (byForce) {
        launcher.kill();
      } else {
        launcher.terminate();
      }
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> !program.isAlive());
  }

  /** A launcher to be killed. */
  static final class Launcher {
    public static void main(String[] arguments) throws Exception {
      System.exit(Attached.run(ChildJvm.command(Worker.class)));
    }
  }

  /** Works for ever. */
  static final class Worker {
    public static void main(String[] arguments) throws InterruptedException {
      Lifeline.watch();
      System.out.println("pid " + ProcessHandle.current().pid());
      Thread.currentThread().join();
    }
  }
}
