package org.nuanxin.localstack.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStateTest {

  @TempDir private Path root;

  private Workspace workspace = Workspace.at(Path.of(""));

  @BeforeEach
  void useTheFolder() {
    workspace = Workspace.at(root);
  }

  @Test
  void findsTheStackOfALauncherThatLives() {
    write(LocalState.processBegan());

    assertThat(LocalState.running(workspace)).isPresent();
  }

  @Test
  void takesAnotherProcessWithTheLaunchersOldIdForNoStack() {
    Instant began = Instant.parse(Objects.requireNonNull(LocalState.processBegan()));
    write(began.minusSeconds(60).toString());

    assertThat(LocalState.running(workspace)).isEmpty();
  }

  @Test
  void believesAFileThatDoesNotTellWhenTheLauncherBegan() {
    write(null);

    assertThat(LocalState.running(workspace)).isPresent();
  }

  private void write(@Nullable String launcherBegan) {
    new LocalState(
            "http://127.0.0.1:8080",
            "http://127.0.0.1:8090",
            "127.0.0.1:19092",
            "mongodb://127.0.0.1",
            List.of(),
            List.of(),
            "",
            true,
            ProcessHandle.current().pid(),
            launcherBegan)
        .write(workspace);
  }
}
