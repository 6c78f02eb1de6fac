package org.nuanxin.localstack.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.localstack.CannotStart;

class SupervisedTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private final Witness witness = new Witness();
  private @Nullable Supervised supervised;

  @AfterEach
  void stop() {
    if (supervised != null) {
      supervised.stop();
    }
  }

  @Test
  void startsAKilledProgramAgain() throws Exception {
    Supervised tiny = start(TinyService.program("tiny", Address.free(), log()));
    tiny.up().get(60, TimeUnit.SECONDS);
    long first = tiny.pid();

    ProcessHandle.of(first).orElseThrow().destroyForcibly();

    await().atMost(SOON).until(() -> tiny.state() == Supervised.State.READY && tiny.pid() != first);
    // It is ready before it is told so.
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(witness.told)
                .containsExactly("tiny ready", "tiny died with 137, again in 1 s", "tiny ready"));
    assertThat(tiny.starts()).isEqualTo(2);
  }

  @Test
  void givesUpOnAProgramThatNeverComesUp() {
    Supervised failing =
        start(
            new Program(
                "failing",
                List.of("sh", "-c", "exit 3"),
                Map.of(),
                log(),
                Address.free().readinessUrl(),
                "nowhere"));

    assertThatThrownBy(() -> failing.up().get(60, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CannotStart.class)
        .hasMessageContaining("failing does not come up (exit code 3)")
        .hasMessageContaining(log().toString());
  }

  @Test
  void keepsAProgramRunningWhileTheDiskIsFullAndTellsOfItLater() throws Exception {
    witness.diskFull = true;
    Supervised tiny = start(TinyService.program("tiny", Address.free(), log()));
    tiny.up().get(60, TimeUnit.SECONDS);
    long first = tiny.pid();

    ProcessHandle.of(first).orElseThrow().destroyForcibly();

    await().atMost(SOON).until(() -> tiny.state() == Supervised.State.READY && tiny.pid() != first);
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(witness.told)
                .containsExactly(
                    "tiny failed: No space left.",
                    "tiny ready",
                    "tiny died with 137, again in 1 s",
                    "tiny ready"));
    assertThat(witness.changes).hasValue(0);
    witness.diskFull = false;
    await().atMost(SOON).until(() -> witness.changes.get() == 1);
  }

  @Test
  void triesAgainWhenAProgramCannotBeStartedForAWhile() throws Exception {
    Path logs = Files.createDirectory(folder.resolve("logs"));
    Supervised tiny = start(TinyService.program("tiny", Address.free(), logs.resolve("tiny.log")));
    tiny.up().get(60, TimeUnit.SECONDS);
    long first = tiny.pid();
    Files.move(logs, folder.resolve("elsewhere"));

    ProcessHandle.of(first).orElseThrow().destroyForcibly();

    await().atMost(SOON).until(() -> witness.told.getLast().contains("cannot be started"));
    Files.createDirectory(logs);
    await().atMost(SOON).until(() -> tiny.state() == Supervised.State.READY && tiny.pid() != first);
  }

  @Test
  void givesUpOnAProgramThatCannotBeStartedAtFirst() {
    Supervised tiny =
        start(
            TinyService.program("tiny", Address.free(), folder.resolve("no-such-folder/tiny.log")));

    assertThatThrownBy(() -> tiny.up().get(60, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CannotStart.class)
        .hasMessageContaining("tiny cannot be started");
  }

  @Test
  void stopsForGood() throws Exception {
    Supervised tiny = start(TinyService.program("tiny", Address.free(), log()));
    tiny.up().get(60, TimeUnit.SECONDS);
    ProcessHandle process = ProcessHandle.of(tiny.pid()).orElseThrow();

    tiny.stop();

    assertThat(process.isAlive()).isFalse();
    assertThat(tiny.pid()).isZero();
    assertThat(tiny.state()).isEqualTo(Supervised.State.STOPPED);
    assertThat(witness.told).containsExactly("tiny ready");
  }

  @Test
  void waitsLongerEachTimeUpToHalfAMinute() {
    Backoff backoff = new Backoff();

    assertThat(List.of(1, 2, 4, 8, 16, 30, 30))
        .allSatisfy(seconds -> assertThat(backoff.next()).hasSeconds(seconds));
    backoff.reset();
    assertThat(backoff.next()).hasSeconds(1);
  }

  private Supervised start(Program program) {
    Supervised started = Supervised.start(program, witness);
    supervised = started;
    return started;
  }

  private Path log() {
    return folder.resolve("tiny.log");
  }
}
